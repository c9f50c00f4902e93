package dev.hindsight.ingest.parquet;

import org.apache.parquet.bytes.BytesInput;
import org.jspecify.annotations.Nullable;

/**
 * Which cells of a page have a value.
 *
 * @param levels the same as Parquet's definition levels; empty for a column that always has one
 */
record Presence(int rowCount, int nullCount, BytesInput levels) {

  static Presence of(@Nullable Object[] cells, boolean isOptional) {
    int nullCount = 0;
    for (Object cell : cells) {
      nullCount += cell == null ? 1 : 0;
    }
    return new Presence(
        cells.length, nullCount, isOptional ? levels(cells, nullCount) : BytesInput.empty());
  }

  private static BytesInput levels(@Nullable Object[] cells, int nullCount) {
    if (nullCount == 0) {
      return LevelRuns.repeated(1, cells.length);
    }
    if (nullCount == cells.length) {
      return LevelRuns.repeated(0, cells.length);
    }
    int[] levels = new int[cells.length];
    for (int i = 0; i < cells.length; i++) {
      levels[i] = cells[i] == null ? 0 : 1;
    }
    return LevelRuns.packed(levels, cells.length, 1);
  }

  /** The cells that have a value, in order. */
  Object[] present(@Nullable Object[] cells) {
    Object[] present = new Object[rowCount - nullCount];
    int count = 0;
    for (Object cell : cells) {
      if (cell != null) {
        present[count++] = cell;
      }
    }
    return present;
  }
}
