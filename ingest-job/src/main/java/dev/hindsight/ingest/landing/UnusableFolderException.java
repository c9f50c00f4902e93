package dev.hindsight.ingest.landing;

import org.jspecify.annotations.Nullable;

/** A folder that was named cannot be used: whoever named it must change that, or the folder. */
public final class UnusableFolderException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnusableFolderException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
