package dev.hindsight.nightly.jobs;

import org.jspecify.annotations.Nullable;

/** The job repository is not what the configuration takes it for; the operator can mend that. */
public final class UnusableRepositoryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableRepositoryException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
