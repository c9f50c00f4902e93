/** The ingest's speed and memory, beside DuckDB's and Spark's on the same log. */
@NullMarked
package dev.hindsight.nightly.benchmark;

import org.jspecify.annotations.NullMarked;
