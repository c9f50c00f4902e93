package dev.hindsight.ingest;

import org.jspecify.annotations.Nullable;

/**
 * The ingest could not go on, for no fault of a file; what has landed stays, the rest is redone.
 */
public final class IngestFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  IngestFailedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
