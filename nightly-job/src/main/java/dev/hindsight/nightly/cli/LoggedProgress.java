package dev.hindsight.nightly.cli;

import dev.hindsight.ingest.batches.Progress;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the log how far an ingest is, once in a while: nothing of one that is over soon.
 *
 * @see TerminalProgress
 */
final class LoggedProgress implements Progress {
  private static final Logger log = LoggerFactory.getLogger(LoggedProgress.class);
  private static final long INTERVAL = TimeUnit.SECONDS.toNanos(10);
  private static final double MEGABYTE = 1e6;

  private final LongSupplier nanoseconds;
  private long startedAt;
  private long saidAt;
  private long totalBytes;
  private long bytes;
  private long rows;

  /**
   * Progress by a clock.
   *
   * @param nanoseconds since any moment
   */
  LoggedProgress(LongSupplier nanoseconds) {
    this.nanoseconds = nanoseconds;
  }

  @Override
  public synchronized void begin(long bytesToRead) {
    totalBytes = bytesToRead;
    startedAt = nanoseconds.getAsLong();
    saidAt = startedAt;
  }

  @Override
  public synchronized void read(long moreRows, long moreBytes) {
    rows += moreRows;
    bytes += moreBytes;
    long now = nanoseconds.getAsLong();
    if (now - saidAt >= INTERVAL) {
      saidAt = now;
      log.info("{}", line(now));
    }
  }

  /** Rows, of how many megabytes, how fast, and how long it will take at that pace. */
  private String line(long now) {
    double seconds = (now - startedAt) / 1e9;
    double pace = bytes / seconds;
    return "Ingest has read %,d rows, %,.0f of %,.0f MB, %,.0f MB/s; about %,.0f seconds left"
        .formatted(
            rows,
            bytes / MEGABYTE,
            totalBytes / MEGABYTE,
            pace / MEGABYTE,
            pace == 0 ? 0 : Math.max(0, totalBytes - bytes) / pace);
  }

  @Override
  public void end() {}
}
