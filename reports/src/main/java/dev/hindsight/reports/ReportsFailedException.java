package dev.hindsight.reports;

import org.jspecify.annotations.Nullable;

/** The reports of a version were not written; asking again redoes what is unfinished. */
public final class ReportsFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ReportsFailedException(ReportsRequest request, @Nullable Throwable cause) {
    super(
        "Reports of version %s not written to %s: %s"
            .formatted(
                request.version(),
                request.outbox(),
                cause == null ? "the job did not end" : cause.getMessage()),
        cause);
  }
}
