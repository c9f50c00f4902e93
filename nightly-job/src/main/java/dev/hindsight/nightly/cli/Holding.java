package dev.hindsight.nightly.cli;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LakeLock;
import dev.hindsight.ingest.landing.Share;
import dev.hindsight.nightly.jobs.JobDatabase;
import dev.hindsight.nightly.night.BatchContext;
import dev.hindsight.nightly.runs.RunRecords;
import java.io.IOException;
import java.util.Optional;

/**
 * What a run is to hold of a lake and its job repository.
 *
 * @param share absent: all of it, and nobody else holds any
 */
record Holding(JobDatabase jobs, Optional<Share> share) {

  /** All of a lake. */
  static Holding all(JobDatabase jobs) {
    return new Holding(jobs, Optional.empty());
  }

  Lake lake() {
    return jobs.lake();
  }

  /** Takes the lake. */
  LakeLock takeLake(String holder) throws IOException {
    return share.isPresent()
        ? LakeLock.takeShare(lake(), share.get().toString(), holder)
        : LakeLock.take(lake(), holder);
  }

  /** Takes the job repository, and starts Spring Batch on it. */
  BatchContext open(String holder) throws IOException {
    return share.isPresent()
        ? BatchContext.openShare(jobs, holder, share.get())
        : BatchContext.open(jobs, holder);
  }

  RunRecords records() {
    return new RunRecords(lake(), mark());
  }

  /** Tells runs apart that go on at the same time, on machines that know nothing of each other. */
  String mark() {
    return share.map(one -> "-share-%d-of-%d".formatted(one.number(), one.count())).orElse("");
  }
}
