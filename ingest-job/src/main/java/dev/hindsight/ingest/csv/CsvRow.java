package dev.hindsight.ingest.csv;

import org.jspecify.annotations.Nullable;

/** A row of a file, as text. */
public final class CsvRow {
  private final long line;
  private final String[] cells;

  public CsvRow(long line, String... cells) {
    this.line = line;
    this.cells = cells;
  }

  /** The physical line where the row starts. */
  public long line() {
    return line;
  }

  /** The text of the cell at that position, from 0; absent when it is blank or not there. */
  public @Nullable String cell(int position) {
    if (position < 0 || position >= cells.length) {
      return null;
    }
    String text = cells[position];
    boolean isPlain = !text.isEmpty() && text.charAt(0) > ' ' && text.charAt(0) < 127;
    return isPlain || !text.isBlank() ? text : null;
  }

  /** Whether it is a line with nothing in it. */
  boolean isBlank() {
    return cells.length == 1 && cells[0].isEmpty();
  }

  public int cellCount() {
    return cells.length;
  }
}
