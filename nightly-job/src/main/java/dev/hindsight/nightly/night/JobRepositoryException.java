package dev.hindsight.nightly.night;

import dev.hindsight.datasets.lake.Lake;
import java.util.Objects;
import java.util.stream.Stream;

/** The job repository cannot be opened. */
public final class JobRepositoryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  JobRepositoryException(Lake lake, Throwable cause) {
    super(
        "The job repository in %s cannot be opened (%s); it holds history only: move it away, and run again"
            .formatted(lake.jobs(), firstCause(cause)),
        cause);
  }

  private static String firstCause(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .reduce((outer, inner) -> inner)
        .map(Throwable::getMessage)
        .map(message -> message.lines().findFirst().orElse(""))
        .orElse("no cause given");
  }
}
