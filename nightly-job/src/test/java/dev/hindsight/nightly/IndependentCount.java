package dev.hindsight.nightly;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Counts the landed CSV files in DuckDB, by SQL of its own, and says where a mart differs. */
final class IndependentCount implements AutoCloseable {
  private static final int MOST = 100;
  private static final Path CAUSES =
      Path.of("../analytics-job/src/main/resources/dev/hindsight/analytics/taxonomy/causes.csv");

  private final Connection duckDb;

  private IndependentCount(Connection duckDb) {
    this.duckDb = duckDb;
  }

  static IndependentCount of(Path landing, String asOfDate, int windowDays)
      throws IOException, SQLException {
    String script;
    try (InputStream file =
        Objects.requireNonNull(IndependentCount.class.getResourceAsStream("independent.sql"))) {
      script = new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
    Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
    try (Statement statement = duckDb.createStatement()) {
      statement.execute(
          script
              .replace("${adjustments}", adjustments(landing))
              .replace("${landing}", landing.toString())
              .replace("${causes}", CAUSES.toString())
              .replace("${as_of}", asOfDate)
              .replace("${window_days}", Integer.toString(windowDays)));
    }
    return new IndependentCount(duckDb);
  }

  /** A query of the landed adjustments in the order of landing, also where none have landed. */
  private static String adjustments(Path landing) throws IOException {
    try (Stream<Path> files = Files.list(landing)) {
      boolean areThere =
          files.anyMatch(file -> String.valueOf(file.getFileName()).startsWith("adjustments"));
      return areThere
          ? "SELECT *, row_number() OVER () AS place FROM read_csv('${landing}/adjustments*.csv', all_varchar = true)"
          : "SELECT '' AS dispute_id, '' AS decided_at, 0 AS place WHERE false";
    }
  }

  /** Every difference in a column that both sides have, and every row that only one has. */
  List<String> differences(String independentTable, Path mart, String... key) throws SQLException {
    execute("CREATE OR REPLACE VIEW mart AS SELECT * FROM '%s/*.parquet'".formatted(mart));
    List<String> shared = columns(independentTable, "IN");
    List<String> found = new ArrayList<>();
    String keys = String.join(", ", key);
    found.addAll(
        texts(
            "SELECT 'only counted: ' || (%s)::VARCHAR FROM %s ANTI JOIN mart USING (%s)"
                .formatted(row(key), independentTable, keys)));
    found.addAll(
        texts(
            "SELECT 'only in the mart: ' || (%s)::VARCHAR FROM mart ANTI JOIN %s USING (%s)"
                .formatted(row(key), independentTable, keys)));
    for (String column : shared) {
      if (!List.of(key).contains(column)) {
        found.addAll(texts(difference(independentTable, column, keys, key[0])));
      }
    }
    return found;
  }

  /** Columns of the mart that the independent count does not have. */
  List<String> uncountedColumns(String independentTable) throws SQLException {
    return columns(independentTable, "NOT IN");
  }

  private List<String> columns(String independentTable, String membership) throws SQLException {
    return texts(
        """
        SELECT column_name FROM (DESCRIBE mart)
        WHERE column_name %s (SELECT column_name FROM (DESCRIBE %s)) ORDER BY column_name"""
            .formatted(membership, independentTable));
  }

  /** Fractions may differ in their last digits: sums of doubles depend on their order. */
  private static String difference(String table, String column, String keys, String firstKey) {
    String condition =
        column.endsWith("_low")
                || column.endsWith("_high")
                || column.contains("rat")
                || column.startsWith("median_")
                || column.contains("share")
                || column.startsWith("peer_p")
                || column.contains("expected")
            ? "abs(m.%1$s - c.%1$s) > 1e-9 * greatest(1, abs(c.%1$s)) OR (m.%1$s IS NULL) <> (c.%1$s IS NULL)%2$s"
                .formatted(column, isPartial(column) ? " AND c." + column + " IS NOT NULL" : "")
            : "m.%1$s IS DISTINCT FROM c.%1$s".formatted(column);
    return "SELECT '%1$s of ' || m.%4$s || ': mart ' || coalesce(m.%1$s::VARCHAR, 'absent') || ', counted ' || coalesce(c.%1$s::VARCHAR, 'absent') FROM mart m JOIN %2$s c USING (%3$s) WHERE %5$s"
        .formatted(column, table, keys, firstKey, condition);
  }

  /**
   * DuckDB has no chi-squared quantiles: below 10 observed the exact interval is left to the golden
   * numbers.
   */
  private static boolean isPartial(String column) {
    return column.contains("ratio_");
  }

  private static String row(String... key) {
    return "row(" + String.join(", ", key) + ")";
  }

  List<String> texts(String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = duckDb.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next() && texts.size() < MOST) {
        texts.add(String.valueOf(rows.getString(1)));
      }
    }
    return texts;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = duckDb.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    duckDb.close();
  }
}
