package dev.hindsight.ingest.batches;

import dev.hindsight.datasets.lake.DurableFiles;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.ingest.csv.FileRefusedException;
import dev.hindsight.ingest.landing.LandingFile;
import dev.hindsight.ingest.manifests.ManifestJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/**
 * Makes a completely written file visible: rejects first, then its rows by one rename, after which
 * it has landed. May be done again after it was interrupted anywhere.
 */
public record FileLanding(FileTask task) {

  /**
   * Lands the file.
   *
   * @throws FileRefusedException when too many rows were rejected, or the file has changed
   */
  public void land(Instant landedAt) throws IOException {
    if (!Files.exists(task.manifest())) {
      PartCounts counts = ManifestJson.read(task.countsFile(), PartCounts.class);
      refuseTooManyRejects(counts);
      refuseChangedFile();
      ManifestJson.write(
          task.workOfRows().resolve(Lake.FILE_MANIFEST), landedFile(counts, landedAt));
      moveRejects();
      DurableFiles.deleteTree(task.batch());
      DurableFiles.moveIntoPlace(task.workOfRows(), task.batch());
    }
    DurableFiles.deleteTree(task.workFolder());
  }

  private void moveRejects() throws IOException {
    DurableFiles.deleteTree(task.batchOfRejects());
    if (Files.exists(task.workOfRejects())) {
      DurableFiles.moveIntoPlace(task.workOfRejects(), task.batchOfRejects());
    }
  }

  private void refuseTooManyRejects(PartCounts counts) {
    long allowed = task.budget().rowsAllowed(counts.readCount());
    if (counts.rejectedCount() > allowed) {
      throw new FileRefusedException(
          "%s: %d of %d rows are wrong, more than the %d that may be; the first: %s"
              .formatted(
                  task.file().name(),
                  counts.rejectedCount(),
                  counts.readCount(),
                  allowed,
                  counts.firstProblem()));
    }
  }

  private void refuseChangedFile() throws IOException {
    LandingFile file = task.file();
    BasicFileAttributes now = Files.readAttributes(file.path(), BasicFileAttributes.class);
    if (now.size() != file.sizeBytes()
        || !now.lastModifiedTime().toInstant().equals(file.modifiedAt())) {
      throw new FileRefusedException(
          "%s: changed while it was read; write it as .tmp and rename it when it is complete"
              .formatted(file.name()));
    }
  }

  private LandedFile landedFile(PartCounts counts, Instant landedAt) {
    return new LandedFile(
        task.dataset(),
        task.batchNumber(),
        task.file().name(),
        task.file().sha256(),
        task.file().sizeBytes(),
        counts.acceptedCount(),
        counts.rejectedCount(),
        counts.dates(),
        landedAt,
        task.planned().replacesBatch());
  }
}
