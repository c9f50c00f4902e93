package dev.hindsight.reports.mart;

import java.io.IOException;

/** A file of the mart could not be read to its end. */
public final class UnreadableMartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableMartException(IOException cause) {
    super("A file of mart seller_reports cannot be read: " + cause.getMessage(), cause);
  }
}
