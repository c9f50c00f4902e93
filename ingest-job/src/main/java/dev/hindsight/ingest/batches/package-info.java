/** Writes a file's rows and rejects, and makes them visible in the lake. */
@NullMarked
package dev.hindsight.ingest.batches;

import org.jspecify.annotations.NullMarked;
