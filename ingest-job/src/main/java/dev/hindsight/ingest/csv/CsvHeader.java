package dev.hindsight.ingest.csv;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The line that names a file's columns.
 *
 * @param line the physical line where it starts
 */
public record CsvHeader(String fileName, long line, List<String> names) {

  /**
   * Keeps the names.
   *
   * @throws FileRefusedException when a column is there twice
   */
  public CsvHeader {
    names = List.copyOf(names);
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!name.isBlank() && !seen.add(name)) {
        throw new FileRefusedException(
            "%s:%d: column \"%s\" is there twice; name every column once"
                .formatted(fileName, line, Printable.shown(name)));
      }
    }
  }

  /** Where a column is, from 0; negative when it is not there. */
  public int position(String column) {
    return names.indexOf(column);
  }

  /** How many cells a row has. */
  public int size() {
    return names.size();
  }
}
