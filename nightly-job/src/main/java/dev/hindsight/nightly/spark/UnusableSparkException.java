package dev.hindsight.nightly.spark;

import org.jspecify.annotations.Nullable;

/** There is no Spark where one should be: the installation is to be mended, not the night. */
public final class UnusableSparkException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableSparkException(String message) {
    this(message, null);
  }

  UnusableSparkException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
