package dev.hindsight.ingest.csv;

import java.util.List;
import java.util.Map;

/** Rows without a file. */
public final class CsvRows {
  private CsvRows() {}

  /** A row on line 7 with those cells, of a file that has all of the feed's columns. */
  public static CsvRow of(FeedColumns columns, Map<String, String> cells) {
    List<String> names = columns.all();
    return new CsvRow(
        CsvHeader.of("file.csv", names, columns),
        7,
        names.stream().map(name -> cells.getOrDefault(name, "")).toArray(String[]::new));
  }

  /** A row on line 7 that has so many cells, whatever the header has. */
  public static CsvRow ofWidth(FeedColumns columns, int width) {
    String[] cells = new String[width];
    java.util.Arrays.fill(cells, "x");
    return new CsvRow(CsvHeader.of("file.csv", columns.all(), columns), 7, cells);
  }
}
