package dev.hindsight.nightly.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a text stands in Parquet files, and files without it. It is looked for as a word: not
 * within a longer one of letters, digits, hyphens and underscores.
 */
public final class ParquetTexts implements AutoCloseable {
  /** Stands in the place of a word that is taken out of a longer text. */
  public static final String GONE = "[forgotten]";

  private static final String NO_WORD = "[^A-Za-z0-9_-]";

  private final Connection connection;
  private final String text;

  private ParquetTexts(Connection connection, String text) {
    this.connection = connection;
    this.text = text;
  }

  public static ParquetTexts of(String text) {
    try {
      return new ParquetTexts(DriverManager.getConnection("jdbc:duckdb:"), text);
    } catch (SQLException e) {
      throw new SqlFailedException(e);
    }
  }

  /** How many rows have the text, by column; columns without it are left out. */
  public Map<String, Long> rowCounts(Path file) {
    List<String> columns =
        columns(file).entrySet().stream()
            .filter(column -> column.getValue().contains("VARCHAR"))
            .map(Map.Entry::getKey)
            .toList();
    Map<String, Long> counts = new LinkedHashMap<>();
    if (columns.isEmpty()) {
      return counts;
    }
    String query =
        columns.stream()
            .map(column -> "count(*) FILTER (WHERE %s)".formatted(holds(quoted(column))))
            .collect(Collectors.joining(", ", "SELECT ", " FROM " + rows(file)));
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      for (int column = 0; column < columns.size(); column++) {
        if (row.getLong(column + 1) > 0) {
          counts.put(columns.get(column), row.getLong(column + 1));
        }
      }
      return counts;
    } catch (SQLException e) {
      throw new SqlFailedException(e);
    }
  }

  /**
   * Writes the same rows, in the same order and of the same types, without the text.
   *
   * @param emptied columns whose values become absent where they have it
   * @param shortened columns whose values lose it and keep the rest
   * @throws IllegalStateException when what was written is not the same but for that
   */
  public void rewrite(Path file, Path into, Set<String> emptied, Set<String> shortened) {
    List<String> changed = new ArrayList<>();
    for (String column : columns(file).keySet()) {
      String name = quoted(column);
      if (emptied.contains(column)) {
        changed.add("CASE WHEN %1$s THEN NULL ELSE %2$s END AS %2$s".formatted(holds(name), name));
      } else if (shortened.contains(column)) {
        changed.add(
            "regexp_replace(%1$s, %2$s, '\\1%3$s\\2', 'g') AS %1$s"
                .formatted(name, literal(word()), GONE));
      }
    }
    String replaced =
        changed.isEmpty() ? "*" : "* REPLACE (%s)".formatted(String.join(", ", changed));
    execute(
        "COPY (SELECT %s FROM %s) TO %s (FORMAT parquet, COMPRESSION zstd)"
            .formatted(replaced, rows(file), literal(into.toString())));
    if (rowCount(file) != rowCount(into) || !columns(file).equals(columns(into))) {
      throw new IllegalStateException(
          "%s was not written as %s is; it stays as it was".formatted(into, file));
    }
  }

  private String holds(String column) {
    if (column.equals(quoted("buyer_id"))) {
      return "coalesce(%s = %s, false)".formatted(column, literal(text));
    }
    return "coalesce(contains(CAST(%1$s AS VARCHAR), %2$s) AND regexp_matches(CAST(%1$s AS VARCHAR), %3$s), false)"
        .formatted(column, literal(text), literal(word()));
  }

  /** The text as a pattern of RE2, whatever signs are in it. */
  private String word() {
    String plain = text.replaceAll("([^A-Za-z0-9_\\x80-\\x{10FFFF}])", "\\\\$1");
    return "(^|%1$s)%2$s(%1$s|$)".formatted(NO_WORD, plain);
  }

  private Map<String, String> columns(Path file) {
    Map<String, String> columns = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("DESCRIBE SELECT * FROM " + rows(file))) {
      while (rows.next()) {
        columns.put(rows.getString("column_name"), rows.getString("column_type"));
      }
      return columns;
    } catch (SQLException e) {
      throw new SqlFailedException(e);
    }
  }

  private long rowCount(Path file) {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM " + rows(file))) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new SqlFailedException(e);
    }
  }

  private void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new SqlFailedException(e);
    }
  }

  private static String rows(Path file) {
    return "read_parquet(%s, hive_partitioning = false)".formatted(literal(file.toString()));
  }

  private static String quoted(String column) {
    return "\"" + column.replace("\"", "\"\"") + "\"";
  }

  private static String literal(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new SqlFailedException(e);
    }
  }
}
