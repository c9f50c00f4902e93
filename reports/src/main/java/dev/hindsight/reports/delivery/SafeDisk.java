package dev.hindsight.reports.delivery;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Sees to it that what is committed is on the disk. H2 commits to memory, and writes half a second
 * later; a process that is killed in between would have forgotten. PostgreSQL commits to the disk.
 *
 * <p>Several threads that wait at once share one write: whoever comes while one is under way waits
 * for the next. Thread-safe.
 */
final class SafeDisk {
  private final JdbcTemplate database;
  private final boolean isNeeded;
  private long begun;
  private long finished;
  private boolean isWriting;

  SafeDisk(JdbcTemplate database, boolean isNeeded) {
    this.database = database;
    this.isNeeded = isNeeded;
  }

  /** Returns when everything that this thread has committed is on the disk. */
  void await() {
    if (!isNeeded) {
      return;
    }
    long mine;
    synchronized (this) {
      mine = begun + 1;
      while (isWriting && finished < mine) {
        waitForNews();
      }
      if (finished >= mine) {
        return;
      }
      isWriting = true;
      begun++;
    }
    try {
      database.execute("CHECKPOINT SYNC");
      written(mine);
    } finally {
      ended();
    }
  }

  private synchronized void written(long number) {
    finished = Math.max(finished, number);
  }

  private synchronized void ended() {
    isWriting = false;
    notifyAll();
  }

  private void waitForNews() {
    try {
      wait();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the delivery log was written", e);
    }
  }
}
