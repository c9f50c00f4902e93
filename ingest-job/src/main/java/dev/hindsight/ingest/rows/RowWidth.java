package dev.hindsight.ingest.rows;

import dev.hindsight.ingest.csv.CsvHeader;
import dev.hindsight.ingest.csv.CsvRow;
import org.jspecify.annotations.Nullable;

/**
 * Whether a row has as many cells as its header. One that has not is not read: its cells are not
 * under their columns, and further problems would mislead.
 */
public final class RowWidth {
  private RowWidth() {}

  /** What is wrong with the row's width; absent when it is right. */
  public static @Nullable Problem problem(CsvRow row, CsvHeader header) {
    int expected = header.size();
    if (row.cellCount() == expected) {
      return null;
    }
    Reason reason = row.cellCount() < expected ? Reason.TOO_FEW_CELLS : Reason.TOO_MANY_CELLS;
    SourceLocation at = new SourceLocation(header.fileName(), row.line());
    return new Problem(at, null, reason, String.valueOf(row.cellCount()), String.valueOf(expected));
  }
}
