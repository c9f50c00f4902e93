package dev.hindsight.ingest.csv;

import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a feed.
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

  public List<String> all() {
    return concatenated(required(), optional);
  }

  private static List<String> concatenated(List<String> first, List<String> second) {
    List<String> columns = new ArrayList<>(first);
    columns.addAll(second);
    return columns;
  }
}
