package dev.hindsight.ingest.csv;

import org.jspecify.annotations.Nullable;

/** A row of a file, as text. */
public final class CsvRow {
  private final CsvHeader header;
  private final long line;
  private final String[] cells;

  CsvRow(CsvHeader header, long line, String[] cells) {
    this.header = header;
    this.line = line;
    this.cells = cells;
  }

  /** The physical line where the row starts. */
  public long line() {
    return line;
  }

  /** The cell's text; absent when it is blank, or the file has no such column. */
  public @Nullable String cell(String column) {
    int position = header.position(column);
    if (position < 0 || position >= cells.length) {
      return null;
    }
    String text = cells[position];
    return text.isBlank() ? null : text;
  }

  public int cellCount() {
    return cells.length;
  }

  /** How many cells the header asks for. */
  public int expectedCellCount() {
    return header.size();
  }
}
