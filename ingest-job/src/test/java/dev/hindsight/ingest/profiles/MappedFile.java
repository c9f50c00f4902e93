package dev.hindsight.ingest.profiles;

import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.ingest.csv.CsvFile;
import dev.hindsight.ingest.csv.CsvPart;
import dev.hindsight.ingest.csv.CsvReading;
import dev.hindsight.ingest.csv.CsvRow;
import dev.hindsight.ingest.disputes.DisputeEventRowParser;
import dev.hindsight.ingest.rows.DateRange;
import dev.hindsight.ingest.rows.FeedRow;
import dev.hindsight.ingest.rows.MappedRow;
import dev.hindsight.ingest.rows.ParsedRows;
import dev.hindsight.ingest.rows.Problem;
import dev.hindsight.ingest.rows.RowMapping;
import dev.hindsight.ingest.rows.RowOrigin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** What a profile makes of a file. */
record MappedFile(
    SourceProfile profile, String fileName, List<MappedRow> rows, List<String> unused) {

  /** Of a file with that name and text. */
  static MappedFile of(SourceProfile profile, String fileName, String text) {
    try {
      Path folder = Files.createTempDirectory("mapped");
      Path path = folder.resolve(fileName);
      Files.write(path, text.getBytes(profile.format().charset()));
      try {
        return read(profile, new CsvFile(path, profile.format()));
      } finally {
        Files.delete(path);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MappedFile read(SourceProfile profile, CsvFile file) throws IOException {
    RowMapping mapping = profile.mapping(file.header());
    List<MappedRow> rows = new ArrayList<>();
    try (CsvReading reading = file.open(CsvPart.WHOLE)) {
      for (CsvRow row = reading.next(); row != null; row = reading.next()) {
        rows.add(mapping.map(row));
      }
    }
    return new MappedFile(profile, file.name(), rows, mapping.unusedColumns());
  }

  /** Every row of the feed, as its filled columns. */
  List<String> feedRows() {
    return rows.stream().flatMap(row -> row.rows().stream()).map(this::filled).toList();
  }

  private String filled(FeedRow row) {
    List<String> columns = profile.feed().columns().all();
    StringJoiner filled = new StringJoiner(", ");
    for (int place = 0; place < columns.size(); place++) {
      if (row.cell(place) != null) {
        filled.add(columns.get(place) + "=" + row.cell(place));
      }
    }
    return filled.toString();
  }

  /** Every event, as the feed takes it; none may be rejected. */
  List<DisputeEvent> events() {
    RowOrigin origin = new RowOrigin(fileName, 1, DateRange.until(LocalDate.of(2026, 1, 1)));
    DisputeEventRowParser parser = new DisputeEventRowParser(origin);
    return rows.stream()
        .flatMap(row -> row.rows().stream())
        .map(row -> ParsedRows.written(parser.parse(row), DisputeEvent.CONTRACT))
        .toList();
  }

  /** Every event in short: what it is, when, and what else it says. */
  List<String> shortEvents() {
    return events().stream().map(MappedFile::inShort).toList();
  }

  private static String inShort(DisputeEvent event) {
    StringJoiner text = new StringJoiner(" ");
    text.add(event.eventType().name()).add(event.occurredAt().toString());
    if (event.outcome() != null) {
      text.add(event.outcome().name());
    }
    if (event.cause() != null) {
      text.add(event.cause());
    }
    if (event.amount() != null) {
      text.add(event.amount().stripTrailingZeros().toPlainString())
          .add(String.valueOf(event.currency()));
    }
    return text.toString();
  }

  List<String> problems() {
    return rows.stream().flatMap(row -> row.problems().stream()).map(Problem::text).toList();
  }

  long leftOutCount() {
    return rows.stream().filter(MappedRow.LEFT_OUT::equals).count();
  }
}
