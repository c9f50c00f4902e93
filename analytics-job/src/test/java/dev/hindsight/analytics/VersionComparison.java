package dev.hindsight.analytics;

import dev.hindsight.datasets.contract.ColumnType.Scalar;
import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.marts.MartContracts;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Two versions' folders, column by column, by DuckDB. By hand, with the folders as arguments, it
 * prints what differs: {@code VersionComparison FOLDER FOLDER}.
 */
record VersionComparison(DuckDb duckDb, Path first, Path second) {
  /** Sums of doubles depend on the order of their rows in the last digits. */
  private static final double TOLERANCE = 1e-9;

  public static void main(String[] arguments) throws SQLException {
    try (DuckDb duckDb = new DuckDb()) {
      List<String> differences =
          new VersionComparison(duckDb, Path.of(arguments[0]), Path.of(arguments[1])).differences();
      differences.forEach(System.out::println);
      System.out.printf("%d differences%n", differences.size());
    }
  }

  /** One line for each column of a mart that differs, and for each mart with other keys. */
  List<String> differences() throws SQLException {
    List<String> differences = new ArrayList<>();
    for (Contract<?> mart : MartContracts.ALL) {
      addDifferences(mart, differences);
    }
    return differences;
  }

  private void addDifferences(Contract<?> mart, List<String> differences) throws SQLException {
    String keys =
        mart.key().stream()
            .map(key -> "a.%1$s IS NOT DISTINCT FROM b.%1$s".formatted(key.name()))
            .collect(Collectors.joining(" AND "));
    duckDb.execute(
        """
        CREATE OR REPLACE TEMP TABLE compared AS
        SELECT a, b FROM (SELECT *, true AS is_row FROM %s) AS a FULL JOIN (SELECT *, true AS is_row FROM %s) AS b ON %s"""
            .formatted(rows(first, mart), rows(second, mart), keys));
    add(differences, mart, "key", "a.is_row IS DISTINCT FROM b.is_row");
    for (Field field : mart.fields()) {
      add(differences, mart, field.name(), "a.is_row AND b.is_row AND " + isOther(field));
    }
  }

  private static String rows(Path version, Contract<?> mart) {
    return "read_parquet('%s/*.parquet')".formatted(version.resolve(mart.name()));
  }

  private static String isOther(Field field) {
    String template =
        field.type() == Scalar.DOUBLE
            ? "(a.%1$s IS DISTINCT FROM b.%1$s AND NOT coalesce(abs(a.%1$s - b.%1$s) <= %2$s * greatest(1, abs(a.%1$s)), false))"
            : field.type() instanceof Scalar
                ? "a.%1$s IS DISTINCT FROM b.%1$s"
                : "regexp_replace(a.%1$s::VARCHAR, '(\\.\\d{6})\\d+', '\\1', 'g') IS DISTINCT FROM regexp_replace(b.%1$s::VARCHAR, '(\\.\\d{6})\\d+', '\\1', 'g')";
    return template.formatted(field.name(), TOLERANCE);
  }

  private void add(List<String> differences, Contract<?> mart, String what, String condition)
      throws SQLException {
    long rows = duckDb.count("SELECT count(*) FROM compared WHERE " + condition);
    if (rows > 0) {
      differences.add("%s.%s differs in %d rows".formatted(mart.name(), what, rows));
    }
  }
}
