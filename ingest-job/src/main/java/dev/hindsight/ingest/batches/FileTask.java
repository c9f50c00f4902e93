package dev.hindsight.ingest.batches;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.landed.Reject;
import dev.hindsight.ingest.landing.LandingFile;
import dev.hindsight.ingest.landing.PlannedFile;
import dev.hindsight.ingest.rows.DateRange;
import dev.hindsight.ingest.rows.RowOrigin;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * The work that one file is: from where, to where, under which rules.
 *
 * @param latestDate the last date that something can have happened on
 */
public record FileTask(
    Lake lake, LandingFile file, PlannedFile planned, FileRules rules, LocalDate latestDate) {

  /** What its rows have in common. */
  public RowOrigin origin() {
    return new RowOrigin(file.name(), batchNumber(), DateRange.until(latestDate));
  }

  String dataset() {
    return file.feed().dataset();
  }

  public int batchNumber() {
    return planned.batchNumber();
  }

  /** Where everything of the file lies until it has landed. */
  public Path workFolder() {
    return LakeSweep.landingWork(lake).resolve(Lake.batchFolder(batchNumber()));
  }

  Path workOfRows() {
    return workFolder().resolve(dataset());
  }

  Path workOfRejects() {
    return workFolder().resolve(Reject.CONTRACT.name());
  }

  /** Where its rows land. */
  public Path batch() {
    return lake.batch(dataset(), batchNumber());
  }

  /** Where its rejects land. */
  public Path batchOfRejects() {
    return lake.batch(Reject.CONTRACT.name(), batchNumber());
  }

  /** Describes it once it has landed. */
  public Path manifest() {
    return batch().resolve(Lake.FILE_MANIFEST);
  }
}
