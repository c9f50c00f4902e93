package dev.hindsight.ingest.csv;

import org.jspecify.annotations.Nullable;

/** A file cannot be taken, and nothing of it is; the message says where, why and what to do. */
public final class FileRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public FileRefusedException(String message) {
    this(message, null);
  }

  public FileRefusedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
