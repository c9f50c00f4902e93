package dev.hindsight.reports;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The request whose job runs now. A job's parameters say which work it is; what it is lies here,
 * secrets included, and does not survive the process. Safe for several threads.
 */
final class RunningReports {
  private final AtomicReference<@Nullable ReportsRequest> running = new AtomicReference<>();

  /** The request's job is about to run. */
  void begin(ReportsRequest request) {
    running.set(request);
  }

  ReportsRequest request() {
    return Objects.requireNonNull(running.get(), "Nobody began the writing of reports");
  }
}
