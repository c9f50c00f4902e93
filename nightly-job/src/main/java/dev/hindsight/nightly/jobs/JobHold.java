package dev.hindsight.nightly.jobs;

import dev.hindsight.ingest.landing.IngestHold;

/**
 * Proof that no other run has the job repository, or the share that it is held for, until it is
 * closed.
 */
public interface JobHold extends IngestHold, AutoCloseable {
  /** Where the lake's own lock is proof enough. */
  JobHold BY_THE_LAKE =
      new JobHold() {
        @Override
        public void require() {}

        @Override
        public void close() {}
      };

  /**
   * Makes sure that it still holds: a connection can be lost in a long night.
   *
   * @throws JobRepositoryException when it does not
   */
  @Override
  void require();

  @Override
  void close();
}
