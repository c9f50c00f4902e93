package dev.hindsight.nightly.spark;

import org.jspecify.annotations.Nullable;

/** Spark could not be started, or ended without a version. */
public final class SparkFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SparkFailedException(String message) {
    this(message, null);
  }

  SparkFailedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
