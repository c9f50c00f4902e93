/** Writes records of a dataset as Parquet, and reads keys back. */
@NullMarked
package dev.hindsight.ingest.parquet;

import org.jspecify.annotations.NullMarked;
