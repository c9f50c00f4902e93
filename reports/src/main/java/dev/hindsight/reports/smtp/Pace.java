package dev.hindsight.reports.smtp;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Keeps a rate: lets one through at a time, evenly. Thread-safe. */
final class Pace {
  private final long interval;
  private final LongSupplier nanoseconds;
  private long next;

  Pace(int perSecond, LongSupplier nanoseconds) {
    interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
    this.nanoseconds = nanoseconds;
    next = nanoseconds.getAsLong();
  }

  /** Waits for its turn. */
  void await() {
    long wait = turn();
    while (wait > 0 && !Thread.currentThread().isInterrupted()) {
      long before = nanoseconds.getAsLong();
      LockSupport.parkNanos(wait);
      wait -= nanoseconds.getAsLong() - before;
    }
  }

  /** Takes the next turn, and tells how many nanoseconds it is away. */
  synchronized long turn() {
    long now = nanoseconds.getAsLong();
    long mine = next - now < 0 ? now : next;
    next = mine + interval;
    return mine - now;
  }
}
