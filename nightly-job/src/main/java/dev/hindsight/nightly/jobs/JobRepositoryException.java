package dev.hindsight.nightly.jobs;

import java.util.Objects;
import java.util.stream.Stream;

/** The job repository cannot be opened, or has gone; worth another try once that is mended. */
public final class JobRepositoryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  JobRepositoryException(String message, Throwable cause) {
    super(message, cause);
  }

  /** In a line what went wrong first. */
  static String firstCause(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .reduce((outer, inner) -> inner)
        .map(first -> Objects.requireNonNullElse(first.getMessage(), first.toString()))
        .map(message -> message.lines().findFirst().orElse(""))
        .orElse("no cause given");
  }
}
