package dev.hindsight.ingest.batches;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.ingest.csv.FileRefusedException;
import dev.hindsight.ingest.parquet.LandedKeys;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The batch that a file replaces. A file that lacks much of what it had is most likely another
 * file: some systems use one name every night.
 */
record FormerSelf(FileTask task) {
  private static final double MOST_LOST = 0.10;

  /**
   * Compares the keys of the two.
   *
   * @throws FileRefusedException when more than a tenth of the former keys are gone, unless the
   *     file is accepted
   */
  void refuseLostRows() throws IOException {
    Integer replaced = task.planned().replacesBatch();
    if (replaced == null || task.rules().acceptedFiles().contains(task.file().name())) {
      return;
    }
    Path former = task.lake().batch(task.dataset(), replaced);
    LandedKeys.Comparison comparison =
        new LandedKeys(task.file().feed().contract()).compare(former, task.workOfRows());
    if (comparison.lostShare() > MOST_LOST) {
      throw refused(comparison, replaced);
    }
  }

  private FileRefusedException refused(LandedKeys.Comparison comparison, int replaced) {
    return new FileRefusedException(
        ("%1$s: lacks %2$.0f %% of the %3$d keys that the file of this name had when it landed as %4$s;"
                + " accept it with --accept %1$s if that is right, or name each night's file by its date")
            .formatted(
                task.file().name(),
                100 * comparison.lostShare(),
                comparison.formerCount(),
                Lake.batchFolder(replaced)));
  }
}
