package dev.hindsight.reports.mart;

import java.io.IOException;

/** A file of the mart could not be read to its end. */
public final class UnreadableMartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableMartException(String mart, IOException cause) {
    super("A file of mart %s cannot be read: %s".formatted(mart, cause.getMessage()), cause);
  }
}
