/** What the jobs of all feeds are made of. */
@NullMarked
package dev.hindsight.ingest.steps;

import org.jspecify.annotations.NullMarked;
