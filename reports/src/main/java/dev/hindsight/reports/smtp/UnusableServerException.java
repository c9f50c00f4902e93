package dev.hindsight.reports.smtp;

import org.jspecify.annotations.Nullable;

/** Nothing can be handed to the mail server; the message says why, and what to do. */
final class UnusableServerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableServerException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
