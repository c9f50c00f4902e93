package dev.hindsight.nightly.settings;

import org.jspecify.annotations.Nullable;

/** The configuration cannot be used; the message says all that is wrong with it. */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SettingsException(String message) {
    this(message, null);
  }

  SettingsException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
