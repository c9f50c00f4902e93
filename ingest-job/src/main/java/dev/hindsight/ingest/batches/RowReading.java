package dev.hindsight.ingest.batches;

import dev.hindsight.ingest.csv.CsvReading;
import dev.hindsight.ingest.csv.CsvRow;
import dev.hindsight.ingest.rows.FeedRow;
import dev.hindsight.ingest.rows.MappedRow;
import dev.hindsight.ingest.rows.ParsedRow;
import dev.hindsight.ingest.rows.Problem;
import dev.hindsight.ingest.rows.RowMapping;
import dev.hindsight.ingest.rows.RowParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads rows of a file to the last, and hands on what each becomes: a row of the file is taken with
 * all that it stands for, or rejected with all its problems. Not safe for several threads.
 */
final class RowReading {
  private static final int ROWS_BETWEEN_REPORTS = 1 << 13;

  private final RowMapping mapping;
  private final RowParser parser;
  private final RowSink sink;
  private final List<ParsedRow> parsedRows = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private long readCount;
  private long leftOutCount;

  RowReading(RowMapping mapping, RowParser parser, RowSink sink) {
    this.mapping = mapping;
    this.parser = parser;
    this.sink = sink;
  }

  /** Reads on to the end, and says from time to time how far it is. */
  void readAll(CsvReading rows, Progress progress) throws IOException {
    long reportedBytes = 0;
    long reportedRows = 0;
    for (CsvRow row = rows.next(); row != null; row = rows.next()) {
      read(row);
      if (readCount % ROWS_BETWEEN_REPORTS == 0) {
        progress.read(readCount - reportedRows, rows.bytesRead() - reportedBytes);
        reportedRows = readCount;
        reportedBytes = rows.bytesRead();
      }
    }
    progress.read(readCount - reportedRows, rows.bytesRead() - reportedBytes);
  }

  private void read(CsvRow row) throws IOException {
    readCount++;
    MappedRow mapped = mapping.map(row);
    if (!mapped.problems().isEmpty()) {
      problems.addAll(mapped.problems());
    }
    for (FeedRow feedRow : mapped.rows()) {
      ParsedRow parsed = parser.parse(feedRow);
      if (!parsed.problems().isEmpty()) {
        problems.addAll(parsed.problems());
      }
      parsedRows.add(parsed);
    }
    if (!problems.isEmpty()) {
      sink.reject(problems);
    } else if (parsedRows.isEmpty()) {
      leftOutCount++;
    } else {
      for (ParsedRow parsed : parsedRows) {
        sink.accept(parsed);
      }
    }
    problems.clear();
    parsedRows.clear();
  }

  long readCount() {
    return readCount;
  }

  List<String> unusedColumns() {
    return mapping.unusedColumns();
  }

  long leftOutCount() {
    return leftOutCount;
  }
}
