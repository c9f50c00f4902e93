package dev.hindsight.nightly.night;

/** A stage cannot do what it was asked, and the operator can mend it. */
public final class NightException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NightException(String message) {
    super(message);
  }
}
