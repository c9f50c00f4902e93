package dev.hindsight.sample;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** CSV files of one feed, one a month, each begun when its month begins. */
final class MonthlyCsv implements Closeable {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  private final Path folder;
  private final String feed;
  private final List<String> header;
  private @Nullable YearMonth month;
  private @Nullable CSVPrinter printer;
  private long rowCount;

  MonthlyCsv(Path folder, String feed, List<String> header) {
    this.folder = folder;
    this.feed = feed;
    this.header = header;
  }

  static String fileName(String feed, YearMonth month) {
    return feed + "-" + month + ".csv";
  }

  static CSVPrinter open(Path file, List<String> header) throws IOException {
    CSVPrinter printer =
        new CSVPrinter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), FORMAT);
    printer.printRecord(header);
    return printer;
  }

  void startDay(LocalDate day) throws IOException {
    YearMonth next = YearMonth.from(day);
    if (!next.equals(month)) {
      close();
      month = next;
      printer = open(folder.resolve(fileName(feed, next)), header);
    }
  }

  /** Writes a row; an absent cell is empty. */
  void row(@Nullable Object... cells) throws IOException {
    if (printer == null) {
      throw new IllegalStateException("No day of " + feed + " was started");
    }
    printer.printRecord(cells);
    rowCount++;
  }

  long rowCount() {
    return rowCount;
  }

  @Override
  public void close() throws IOException {
    if (printer != null) {
      printer.close();
      printer = null;
    }
  }
}
