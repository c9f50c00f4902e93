/** The job that lands seller lists. */
@NullMarked
package dev.hindsight.ingest.sellers;

import org.jspecify.annotations.NullMarked;
