/** The landing folder: which files lie there, which of them are new, and in which order. */
@NullMarked
package dev.hindsight.ingest.landing;

import org.jspecify.annotations.NullMarked;
