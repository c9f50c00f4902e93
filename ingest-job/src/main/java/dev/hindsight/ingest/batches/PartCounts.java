package dev.hindsight.ingest.batches;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a part of a file came to; written when its last row has been.
 *
 * @param dates the distinct dates of its accepted rows, in order
 * @param firstProblem the first thing that was wrong
 */
record PartCounts(
    long acceptedCount, long rejectedCount, List<LocalDate> dates, @Nullable String firstProblem) {
  PartCounts {
    dates = List.copyOf(dates);
  }

  long readCount() {
    return acceptedCount + rejectedCount;
  }
}
