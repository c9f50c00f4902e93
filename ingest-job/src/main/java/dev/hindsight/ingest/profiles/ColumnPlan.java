package dev.hindsight.ingest.profiles;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a column of the feed is filled.
 *
 * @param column the feed's name for it
 * @param whenBlank the value where the source has none
 */
record ColumnPlan(
    String column, TextSource source, List<Conversion> conversions, @Nullable String whenBlank) {
  /** Known to whoever shows problems as columns whose values are not shown. */
  private static final List<String> PERSONAL_COLUMNS = List.of("buyer_id", "email", "name");

  ColumnPlan {
    conversions = List.copyOf(conversions);
  }

  static ColumnPlan constant(String column, String text) {
    return new ColumnPlan(column, new TextSource.Constant(text), List.of(), null);
  }

  Stream<String> columnNames() {
    return source.columnNames();
  }

  BoundColumn bind(SourceColumns columns) {
    return new BoundColumn(
        name(columns),
        source.bind(columns),
        conversions.stream().map(conversion -> conversion.bind(columns)).toList(),
        whenBlank);
  }

  /** The source's name where one column is meant and it may be shown, else the feed's. */
  private SourceName name(SourceColumns columns) {
    boolean isPersonal =
        PERSONAL_COLUMNS.contains(column) || columnNames().anyMatch(columns::isPersonal);
    boolean isOne = source instanceof TextSource.Column;
    return new SourceName(
        isOne && !PERSONAL_COLUMNS.contains(column)
            ? columns.shownName(columnNames().findFirst().orElse(column))
            : column,
        isPersonal);
  }
}
