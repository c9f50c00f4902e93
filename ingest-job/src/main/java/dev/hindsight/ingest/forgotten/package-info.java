/** Buyers who are to be forgotten, and how what lands later does not bring them back. */
@NullMarked
package dev.hindsight.ingest.forgotten;

import org.jspecify.annotations.NullMarked;
