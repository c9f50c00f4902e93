package dev.hindsight.ingest.profiles;

import dev.hindsight.ingest.csv.CsvHeader;
import dev.hindsight.ingest.csv.CsvRow;
import dev.hindsight.ingest.csv.FileRefusedException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Where the columns that a profile speaks of are in one file, and what its name says. */
final class SourceColumns {
  private final CsvHeader header;
  private final Map<String, String> fileValues;
  private final Map<String, Integer> positions = new HashMap<>();
  private final Map<String, HeaderName> headers;

  /**
   * Finds the columns.
   *
   * @param fileValues what the file's name says
   * @throws FileRefusedException when a column is missing that is not optional
   */
  SourceColumns(CsvHeader header, List<HeaderName> headers, Map<String, String> fileValues) {
    this.header = header;
    this.fileValues = fileValues;
    this.headers = headers.stream().collect(Collectors.toMap(HeaderName::name, name -> name));
    List<String> names = header.names().stream().map(HeaderName::normal).toList();
    headers.forEach(
        name ->
            name.normalNames()
                .mapToInt(names::indexOf)
                .filter(position -> position >= 0)
                .findFirst()
                .ifPresent(position -> positions.put(name.name(), position)));
    requireAll();
  }

  private void requireAll() {
    String missing =
        headers.values().stream()
            .filter(name -> !name.isOptional() && !positions.containsKey(name.name()))
            .map(HeaderName::toString)
            .sorted()
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw new FileRefusedException(
          "%s:%d: the header lacks %s; export it, or name it in the profile as the file does"
              .formatted(header.fileName(), header.line(), missing));
    }
  }

  /** What the rows have in a column, or the file's name for all of them. */
  CellText cell(String name) {
    String fileValue = fileValues.get(name);
    if (fileValue != null) {
      return row -> fileValue;
    }
    int position = positions.getOrDefault(name, -1);
    return row -> stripped(row, position);
  }

  private static @Nullable String stripped(CsvRow row, int position) {
    String text = row.cell(position);
    return text == null ? null : text.strip();
  }

  /** What the file calls a column. */
  String shownName(String name) {
    return Optional.ofNullable(positions.get(name))
        .map(position -> header.names().get(position).strip())
        .orElse(name);
  }

  boolean isPersonal(String name) {
    HeaderName known = headers.get(name);
    return known != null && known.isPersonal();
  }

  /** Columns of the file that the profile does not speak of. */
  List<String> unused() {
    Set<Integer> used = Set.copyOf(positions.values());
    return IntStream.range(0, header.size())
        .filter(position -> !used.contains(position))
        .mapToObj(position -> header.names().get(position))
        .toList();
  }
}
