package dev.hindsight.ingest.rows;

import dev.hindsight.ingest.csv.CsvRow;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A row of a feed; a cell is known by its column's place in the feed's columns. Good as long as the
 * row is that it is made of.
 */
public final class FeedRow {
  private final CsvRow row;
  private final int[] positions;
  private final List<String> names;

  /**
   * The row of the feed that a row is.
   *
   * @param positions of the feed's columns in the row; negative where it has no such column
   * @param names what the file calls the columns, for problems
   */
  FeedRow(CsvRow row, int[] positions, List<String> names) {
    this.row = row;
    this.positions = positions;
    this.names = names;
  }

  /** A row that has the feed's columns, all of them and in their order. */
  public static FeedRow inOrder(CsvRow row, List<String> names) {
    return new FeedRow(row, IntStream.range(0, names.size()).toArray(), names);
  }

  /** The same row, as if the file did not have that column. */
  public FeedRow without(int column) {
    int[] others = positions.clone();
    others[column] = -1;
    return new FeedRow(row, others, names);
  }

  /** The physical line of the file where the row starts. */
  public long line() {
    return row.line();
  }

  /** Whether the file has that column, and the row has more than blanks in it. */
  public boolean isFilled(int column) {
    return row.isFilled(positions[column]);
  }

  /** The cell's text; absent when it is blank, or the file has no such column. */
  public @Nullable String cell(int column) {
    return row.cell(positions[column]);
  }

  /** What the cells are in, as UTF-8. */
  byte[] bytes() {
    return row.bytes();
  }

  /** The first byte of a filled cell. */
  int start(int column) {
    return row.start(positions[column]);
  }

  /** The first byte behind a filled cell. */
  int end(int column) {
    return row.end(positions[column]);
  }

  /** What the file calls the column, for problems. */
  public String columnName(int column) {
    return names.get(column);
  }
}
