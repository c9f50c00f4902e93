package dev.hindsight.ingest.batches;

import dev.hindsight.ingest.csv.CsvFile;
import dev.hindsight.ingest.csv.CsvPart;
import dev.hindsight.ingest.csv.CsvReading;
import dev.hindsight.ingest.csv.FileRefusedException;
import dev.hindsight.ingest.forgotten.ForgottenBuyers;
import dev.hindsight.ingest.rows.FeedRecords;
import dev.hindsight.ingest.rows.RowMapping;
import dev.hindsight.ingest.rows.RowParser;
import java.io.IOException;

/**
 * Reads a part of a file into the work folder. A part that is finished is not read again. Several
 * parts may be read at once, each by its own thread.
 */
public record PartReading(FileTask task, FeedRecords records, Progress progress) {

  /** How many rows were read and taken. */
  public record Counts(long read, long accepted) {}

  /**
   * Reads the part. A file that cannot be taken is not an error here: the part is finished with the
   * reason, and the file is refused when all are, for the first part's reason.
   */
  public Counts read(CsvPart part) throws IOException {
    FileWork work = new FileWork(task);
    if (!work.isFinished(part)) {
      work.finish(part, outcome(part));
    }
    PartOutcome outcome = work.outcome(part);
    return new Counts(outcome.readCount(), outcome.acceptedCount());
  }

  private PartOutcome outcome(CsvPart part) throws IOException {
    try {
      CsvFile file = task.file().csv();
      RowMapping mapping = task.file().format().mapping(file.header());
      return written(part, mapping);
    } catch (FileRefusedException e) {
      return PartOutcome.refused(String.valueOf(e.getMessage()));
    }
  }

  private PartOutcome written(CsvPart part, RowMapping mapping) throws IOException {
    RowReading reading;
    PartWriter writer = PartWriter.begin(task, part, records.contract());
    try (writer;
        CsvReading rows = task.file().csv().open(part)) {
      reading = new RowReading(mapping, parser(), writer);
      reading.readAll(rows, progress);
    }
    return writer.outcome(reading);
  }

  private RowParser parser() throws IOException {
    RowParser parser = records.parser().apply(task.origin());
    return ForgottenBuyers.of(task.lake()).clearing(task.file().feed(), parser);
  }
}
