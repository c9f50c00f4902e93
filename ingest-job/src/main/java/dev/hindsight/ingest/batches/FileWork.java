package dev.hindsight.ingest.batches;

import dev.hindsight.datasets.Program;
import dev.hindsight.datasets.lake.DurableFiles;
import dev.hindsight.ingest.csv.CsvPart;
import dev.hindsight.ingest.manifests.ManifestJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The unfinished work on a file, in the lake's work folder: its parts, and what each finished one
 * came to. Whether a part is finished is known from there, never from the job repository.
 *
 * @param partBytes of the file in a part, about
 */
public record FileWork(FileTask task, long partBytes) {
  /**
   * Of the file; large enough for one row group, small enough to be redone. Whoever kills ingests
   * by the dozen has it smaller, and reads parts of small files.
   */
  private static final long PART_BYTES = Long.getLong("hindsight.part-bytes", 64L << 20);

  /** The work on a file, in parts of the usual size. */
  public FileWork(FileTask task) {
    this(task, PART_BYTES);
  }

  /**
   * The file's parts: those of the run before where its work can be gone on with, otherwise new
   * ones, and what lay there is removed.
   */
  public List<CsvPart> begin() throws IOException {
    Optional<WorkOrder> left = left();
    WorkOrder asked = order(List.of());
    if (left.isPresent() && left.get().isSameWork(asked)) {
      return left.get().parts();
    }
    abandon();
    WorkOrder begun = order(task.file().csv().parts(partBytes));
    ManifestJson.write(orderFile(), begun);
    return begun.parts();
  }

  /** Removes all of it, also rejects that a run has moved into place before it was stopped. */
  public void abandon() throws IOException {
    DurableFiles.deleteTree(task.workFolder());
    if (!Files.exists(task.manifest())) {
      DurableFiles.deleteTree(task.batchOfRejects());
    }
  }

  boolean isFinished(CsvPart part) {
    return Files.exists(outcomeFile(part));
  }

  /** Completes a part: only parts that are complete can land. */
  void finish(CsvPart part, PartOutcome outcome) throws IOException {
    ManifestJson.write(outcomeFile(part), outcome);
  }

  PartOutcome outcome(CsvPart part) throws IOException {
    return ManifestJson.read(outcomeFile(part), PartOutcome.class);
  }

  /** What the whole file came to. */
  PartOutcome outcome() throws IOException {
    List<PartOutcome> outcomes = new ArrayList<>();
    for (CsvPart part : ManifestJson.read(orderFile(), WorkOrder.class).parts()) {
      outcomes.add(outcome(part));
    }
    return PartOutcome.sum(outcomes);
  }

  private Optional<WorkOrder> left() throws IOException {
    return Files.exists(orderFile())
        ? Optional.of(ManifestJson.read(orderFile(), WorkOrder.class))
        : Optional.empty();
  }

  private WorkOrder order(List<CsvPart> parts) {
    return new WorkOrder(
        task.file().sha256(),
        task.file().format().digest(),
        task.latestDate(),
        Program.VERSION,
        parts);
  }

  private Path orderFile() {
    return task.workFolder().resolve("parts.json");
  }

  private Path outcomeFile(CsvPart part) {
    return task.workFolder().resolve("part-%d.json".formatted(part.number()));
  }
}
