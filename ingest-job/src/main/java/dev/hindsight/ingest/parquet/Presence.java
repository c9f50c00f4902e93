package dev.hindsight.ingest.parquet;

import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;

/** Which rows of a page have a value. Not safe for several threads. */
final class Presence {
  /** 1 for a row that has a value, 0 for another: Parquet's definition levels of a flat column. */
  private final int[] levels;

  private int count;

  Presence(int mostRows) {
    levels = new int[mostRows];
  }

  /** The row of that number, from 0, has a value. */
  void add(int row) {
    levels[row] = 1;
    count++;
  }

  /** How many rows have one. */
  int count() {
    return count;
  }

  /** The levels of a page of so many rows, encoded. */
  BytesInput encode(int rowCount) {
    if (count == rowCount) {
      return LevelRuns.repeated(1, rowCount);
    }
    return count == 0 ? LevelRuns.repeated(0, rowCount) : LevelRuns.packed(levels, rowCount, 1);
  }

  /** Begins the next page. */
  void reset() {
    Arrays.fill(levels, 0);
    count = 0;
  }
}
