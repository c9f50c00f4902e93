/** Spark's part in the benchmark of nightly-job. */
@NullMarked
package dev.hindsight.analytics.benchmark;

import org.jspecify.annotations.NullMarked;
