package dev.hindsight.ingest.csv;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file: cells as UTF-8, somewhere in an array of bytes. One that a {@link CsvReading}
 * gave is good until the reading is asked for the next.
 */
public final class CsvRow {
  private static final int[] NONE = new int[0];

  private long line;
  private byte[] bytes = new byte[0];
  private int[] starts = NONE;
  private int[] ends = NONE;
  private int cellCount;

  /** A row yet to be pointed at one. */
  CsvRow() {}

  /** A row of these cells; an absent one is blank. */
  public CsvRow(long line, @Nullable String... cells) {
    byte[][] encoded = new byte[cells.length][];
    int size = 0;
    for (int i = 0; i < cells.length; i++) {
      String cell = cells[i];
      encoded[i] = cell == null ? new byte[0] : cell.getBytes(StandardCharsets.UTF_8);
      size += encoded[i].length;
    }
    show(line, new byte[size], new int[cells.length], new int[cells.length], cells.length);
    int at = 0;
    for (int i = 0; i < cells.length; i++) {
      System.arraycopy(encoded[i], 0, bytes, at, encoded[i].length);
      starts[i] = at;
      at += encoded[i].length;
      ends[i] = at;
    }
  }

  /** Makes it that row, whose arrays it does not copy. */
  void show(long line, byte[] bytes, int[] starts, int[] ends, int cellCount) {
    this.line = line;
    this.bytes = bytes;
    this.starts = starts;
    this.ends = ends;
    this.cellCount = cellCount;
  }

  /** The physical line where the row starts. */
  public long line() {
    return line;
  }

  public int cellCount() {
    return cellCount;
  }

  /** Whether there is a cell at that position, from 0, and it is not blank. */
  public boolean isFilled(int position) {
    if (position < 0 || position >= cellCount || starts[position] == ends[position]) {
      return false;
    }
    byte first = bytes[starts[position]];
    return first > ' ' && first < 127 || !text(position).isBlank();
  }

  /** The text of the cell at that position, from 0; absent when it is blank or not there. */
  public @Nullable String cell(int position) {
    return isFilled(position) ? text(position) : null;
  }

  /** What the cells are in. */
  public byte[] bytes() {
    return bytes;
  }

  /** The first byte of the cell at that position. */
  public int start(int position) {
    return starts[position];
  }

  /** The first byte behind the cell at that position. */
  public int end(int position) {
    return ends[position];
  }

  private String text(int position) {
    int start = starts[position];
    return new String(bytes, start, ends[position] - start, StandardCharsets.UTF_8);
  }

  /** Whether it is a line with nothing in it. */
  boolean isBlank() {
    return cellCount == 1 && starts[0] == ends[0];
  }
}
