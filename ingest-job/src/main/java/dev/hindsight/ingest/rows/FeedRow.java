package dev.hindsight.ingest.rows;

import org.jspecify.annotations.Nullable;

/** A row of a feed as text; a cell is known by its column's place in the feed's columns. */
public interface FeedRow {
  /** The physical line of the file where the row starts. */
  long line();

  /** The cell's text; absent when it is blank, or the file has no such column. */
  @Nullable String cell(int column);

  /** What the file calls the column, for problems. */
  String columnName(int column);
}
