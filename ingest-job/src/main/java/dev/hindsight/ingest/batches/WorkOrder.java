package dev.hindsight.ingest.batches;

import dev.hindsight.ingest.csv.CsvPart;
import java.time.LocalDate;
import java.util.List;

/**
 * What the work on a file is: parts that are finished are good for a later run only when all of
 * this is the same.
 *
 * @param formatDigest of how the file is read
 * @param program the version that reads it
 */
record WorkOrder(
    String sha256, String formatDigest, LocalDate latestDate, String program, List<CsvPart> parts) {
  WorkOrder {
    parts = List.copyOf(parts);
  }

  boolean isSameWork(WorkOrder other) {
    return sha256.equals(other.sha256)
        && formatDigest.equals(other.formatDigest)
        && latestDate.equals(other.latestDate)
        && program.equals(other.program);
  }
}
