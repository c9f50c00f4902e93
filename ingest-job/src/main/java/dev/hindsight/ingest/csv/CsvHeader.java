package dev.hindsight.ingest.csv;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The first line of a file: which column is where. */
public final class CsvHeader {
  private static final int ABSENT = -1;

  private final Map<String, Integer> positions;
  private final List<String> unknownColumns;

  private CsvHeader(Map<String, Integer> positions, List<String> unknownColumns) {
    this.positions = positions;
    this.unknownColumns = unknownColumns;
  }

  /**
   * The header that names these columns.
   *
   * @throws FileRefusedException when a required column is missing or a column is there twice
   */
  public static CsvHeader of(String fileName, List<String> names, FeedColumns columns) {
    Map<String, Integer> positions = new LinkedHashMap<>();
    for (String name : names) {
      if (positions.put(name, positions.size()) != null) {
        throw new FileRefusedException(
            "%s:1: column \"%s\" is there twice; name every column once".formatted(fileName, name));
      }
    }
    List<String> missing =
        columns.required().stream().filter(column -> !positions.containsKey(column)).toList();
    if (!missing.isEmpty()) {
      throw new FileRefusedException(
          "%s:1: the header lacks %s; the first line must name the columns, in lower case"
              .formatted(fileName, String.join(", ", missing)));
    }
    List<String> known = columns.all();
    return new CsvHeader(
        positions, positions.keySet().stream().filter(name -> !known.contains(name)).toList());
  }

  /** Columns of the file that the feed does not use. */
  public List<String> unknownColumns() {
    return unknownColumns;
  }

  int position(String column) {
    return positions.getOrDefault(column, ABSENT);
  }

  /** How many cells a row has. */
  public int size() {
    return positions.size();
  }
}
