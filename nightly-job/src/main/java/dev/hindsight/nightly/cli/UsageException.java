package dev.hindsight.nightly.cli;

/** What was asked cannot be done as asked; the message says what to write instead. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
