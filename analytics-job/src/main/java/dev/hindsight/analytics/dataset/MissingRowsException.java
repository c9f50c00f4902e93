package dev.hindsight.analytics.dataset;

/** The lake's file system does not show, on this machine, all that others wrote. */
public final class MissingRowsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MissingRowsException(String message) {
    super(message);
  }
}
