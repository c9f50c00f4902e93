package dev.hindsight.ingest.batches;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.landed.Reject;
import dev.hindsight.ingest.csv.CsvPart;
import dev.hindsight.ingest.parquet.ContractWriter;
import dev.hindsight.ingest.parquet.RecordWriter;
import dev.hindsight.ingest.rows.ParsedRow;
import dev.hindsight.ingest.rows.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows and rejects of a part of a file, under the lake's work folder. Not safe for
 * several threads.
 */
final class PartWriter implements RowSink, Closeable {
  private final FileTask task;
  private final String fileName;
  private final ContractWriter rows;
  private final DistinctDates dates = new DistinctDates();
  private @Nullable RecordWriter<Reject> rejects;
  private @Nullable String firstProblem;
  private long acceptedCount;
  private long rejectedCount;

  private PartWriter(FileTask task, String fileName, ContractWriter rows) {
    this.task = task;
    this.fileName = fileName;
    this.rows = rows;
  }

  /** Begins a part anew: what an earlier attempt left of it is removed. */
  static PartWriter begin(FileTask task, CsvPart part, Contract<?> contract) throws IOException {
    String fileName = "part-%d.parquet".formatted(part.number());
    Path file = task.workOfRows().resolve(fileName);
    Files.deleteIfExists(file);
    Files.deleteIfExists(task.workOfRejects().resolve(fileName));
    return new PartWriter(task, fileName, ContractWriter.open(file, contract));
  }

  @Override
  public void accept(ParsedRow row) throws IOException {
    row.writeTo(rows);
    rows.endRow();
    acceptedCount++;
    dates.add(row.epochDay());
  }

  @Override
  public void reject(List<Problem> problems) throws IOException {
    rejectedCount++;
    for (Problem problem : problems) {
      openRejects().write(reject(problem));
      firstProblem = firstProblem == null ? problem.text() : firstProblem;
    }
  }

  /** What the part came to; to be asked after {@link #close}. */
  PartOutcome outcome(RowReading reading) {
    return new PartOutcome(
        reading.readCount(),
        acceptedCount,
        rejectedCount,
        reading.leftOutCount(),
        dates.inOrder(),
        reading.unusedColumns(),
        firstProblem,
        null);
  }

  @Override
  public void close() throws IOException {
    try (RecordWriter<Reject> closed = rejects) {
      rows.close();
    }
  }

  private RecordWriter<Reject> openRejects() throws IOException {
    if (rejects == null) {
      rejects = RecordWriter.open(task.workOfRejects().resolve(fileName), Reject.CONTRACT);
    }
    return rejects;
  }

  private Reject reject(Problem problem) {
    return new Reject(
        task.dataset(),
        problem.at().fileName(),
        problem.at().line(),
        problem.column(),
        problem.reason().name(),
        problem.message(),
        problem.shownValue(),
        task.batchNumber());
  }
}
