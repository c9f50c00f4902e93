package dev.hindsight.ingest.feeds;

import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a feed. Each is known by its place among all: 0 is the first.
 *
 * @param filled must be in the file, with a value in every row
 * @param present must be in the file, and may be empty
 * @param optional may be in the file
 */
public record FeedColumns(List<String> filled, List<String> present, List<String> optional) {
  public FeedColumns {
    filled = List.copyOf(filled);
    present = List.copyOf(present);
    optional = List.copyOf(optional);
  }

  /** Those that a file must have. */
  public List<String> required() {
    return concatenated(filled, present);
  }

  /** Every column, in the order of their places: the filled, the present, the optional ones. */
  public List<String> all() {
    return concatenated(required(), optional);
  }

  /**
   * The place of a column.
   *
   * @throws IllegalArgumentException when the feed has none of that name
   */
  public int place(String column) {
    int place = all().indexOf(column);
    if (place < 0) {
      throw new IllegalArgumentException("The feed has no column " + column);
    }
    return place;
  }

  private static List<String> concatenated(List<String> first, List<String> second) {
    List<String> columns = new ArrayList<>(first);
    columns.addAll(second);
    return columns;
  }
}
