package dev.hindsight.ingest.batches;

import dev.hindsight.datasets.lake.DurableFiles;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.ingest.csv.FileRefusedException;
import dev.hindsight.ingest.landing.LandingFile;
import dev.hindsight.ingest.manifests.ManifestJson;
import dev.hindsight.ingest.rows.CanonicalFormat;
import dev.hindsight.ingest.rows.SourceFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;

/**
 * Makes a completely written file visible: rejects first, then its rows by one rename, after which
 * it has landed. May be done again after it was interrupted anywhere.
 */
public record FileLanding(FileTask task) {

  /**
   * Lands the file.
   *
   * @return columns of the file that were not read; none when it has landed before
   * @throws FileRefusedException when it cannot be read, too many of its rows were rejected, it
   *     lacks rows of its former self, or it has changed
   */
  public List<String> land(Instant landedAt) throws IOException {
    List<String> unusedColumns = List.of();
    if (!Files.exists(task.manifest())) {
      PartOutcome outcome = new FileWork(task).outcome();
      refuse(outcome);
      unusedColumns = outcome.unusedColumns();
      ManifestJson.write(
          task.workOfRows().resolve(Lake.FILE_MANIFEST), landedFile(outcome, landedAt));
      moveRejects();
      DurableFiles.deleteTree(task.batch());
      DurableFiles.moveIntoPlace(task.workOfRows(), task.batch());
    }
    DurableFiles.deleteTree(task.workFolder());
    return unusedColumns;
  }

  private void refuse(PartOutcome outcome) throws IOException {
    refuseChangedFile();
    if (outcome.refusal() != null) {
      throw new FileRefusedException(outcome.refusal());
    }
    refuseTooManyRejects(outcome);
    new FormerSelf(task).refuseLostRows();
  }

  /** Where a former run has moved them already, they stay. */
  private void moveRejects() throws IOException {
    if (Files.exists(task.workOfRejects())) {
      DurableFiles.deleteTree(task.batchOfRejects());
      DurableFiles.moveIntoPlace(task.workOfRejects(), task.batchOfRejects());
    }
  }

  private void refuseTooManyRejects(PartOutcome outcome) {
    String refusal =
        task.rules()
            .budget()
            .refusal(task.file().name(), outcome.readCount(), outcome.rejectedCount());
    if (refusal != null) {
      throw new FileRefusedException(refusal + "; the first: " + outcome.firstProblem());
    }
  }

  private void refuseChangedFile() throws IOException {
    LandingFile file = task.file();
    try {
      BasicFileAttributes now = Files.readAttributes(file.path(), BasicFileAttributes.class);
      if (now.size() != file.sizeBytes()
          || !now.lastModifiedTime().toInstant().equals(file.modifiedAt())) {
        throw new FileRefusedException(
            "%s: changed while it was read; write it as .tmp and rename it when it is complete"
                .formatted(file.name()));
      }
    } catch (NoSuchFileException e) {
      throw new FileRefusedException(
          "%s: has gone while it was read; put it back".formatted(file.name()), e);
    }
  }

  private LandedFile landedFile(PartOutcome outcome, Instant landedAt) {
    SourceFormat format = task.file().format();
    boolean isCanonical = format.name().equals(CanonicalFormat.NAME);
    return new LandedFile(
        task.dataset(),
        task.batchNumber(),
        task.file().name(),
        task.file().sha256(),
        task.file().sizeBytes(),
        outcome.acceptedCount(),
        outcome.rejectedCount(),
        outcome.dates(),
        landedAt,
        task.planned().replacesBatch(),
        outcome.readCount(),
        outcome.leftOutCount(),
        isCanonical ? null : format.name(),
        isCanonical ? null : format.digest());
  }
}
