package dev.hindsight.sample;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** A generated sample, read back from its files. */
record WrittenSample(Path output) {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  List<CSVRecord> transactions() {
    return landed("transactions-");
  }

  List<CSVRecord> events() {
    return landed("dispute-events-");
  }

  List<CSVRecord> opened() {
    return events().stream().filter(event -> event.get("event_type").equals("OPENED")).toList();
  }

  List<CSVRecord> sellers() {
    return landed("sellers");
  }

  List<CSVRecord> answers() {
    return read(output.resolve("answer-key.csv"));
  }

  List<Path> landedFiles(String prefix) {
    try (Stream<Path> files = Files.list(output.resolve("landing"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<CSVRecord> read(Path file) {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return FORMAT.parse(reader).getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<CSVRecord> landed(String prefix) {
    return landedFiles(prefix).stream().flatMap(file -> read(file).stream()).toList();
  }
}
