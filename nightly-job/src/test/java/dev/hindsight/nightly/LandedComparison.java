package dev.hindsight.nightly;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.landed.LandedContracts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Says in what two lakes' landed files differ, row for row and manifest for manifest. */
record LandedComparison(Lake expected, Lake actual) {
  /** Of all rows whatever their order; ten times as fast as their difference. */
  private static final String FINGERPRINT =
      "SELECT count(*), sum(hash(t)), bit_xor(hash(t)) FROM %s t";

  private static final String DIFFERENCE =
      """
      SELECT count(*) || ' rows', min(side || ': ' || example) FROM (
        SELECT 'lost' AS side, e::VARCHAR AS example FROM (FROM expected EXCEPT ALL FROM actual) e
        UNION ALL
        SELECT 'gained', a::VARCHAR FROM (FROM actual EXCEPT ALL FROM expected) a)""";

  List<String> differences() throws IOException, SQLException {
    List<String> found = new ArrayList<>();
    if (!manifests(expected).equals(manifests(actual))) {
      found.add("manifests: %s, expected %s".formatted(manifests(actual), manifests(expected)));
    }
    for (Contract<?> contract : LandedContracts.ALL) {
      if (Files.exists(expected.landed(contract.name()))) {
        found.addAll(differingRows(contract.name()));
      }
    }
    found.addAll(strangers());
    return found;
  }

  /** Every manifest by its folder, but for the time of landing. */
  private static Map<String, String> manifests(Lake lake) throws IOException {
    Map<String, String> manifests = new TreeMap<>();
    for (Path file : files(lake.landed(""))) {
      if (file.endsWith(Lake.FILE_MANIFEST)) {
        manifests.put(
            lake.root().relativize(file).toString(),
            Files.readString(file).replaceAll("\"landed_at\" : \"[^\"]*\"", ""));
      }
    }
    return manifests;
  }

  /** Rows that only one of the two has, the batch folder's number among their columns. */
  private List<String> differingRows(String dataset) throws SQLException {
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement()) {
      view(statement, "expected", expected.landed(dataset));
      view(statement, "actual", actual.landed(dataset));
      boolean isSame =
          row(statement, FINGERPRINT.formatted("expected"))
              .equals(row(statement, FINGERPRINT.formatted("actual")));
      return isSame ? List.of() : List.of(dataset + ": " + row(statement, DIFFERENCE));
    }
  }

  private static List<String> row(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      List<String> cells = new ArrayList<>();
      for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
        cells.add(String.valueOf(row.getString(column)));
      }
      return cells;
    }
  }

  private static void view(Statement statement, String name, Path dataset) throws SQLException {
    statement.execute(
        "CREATE VIEW %s AS FROM read_parquet('%s/*/*.parquet', hive_partitioning = true)"
            .formatted(name, dataset));
  }

  /** Files that are nobody's data: unfinished work, and what does not belong among the landed. */
  private List<String> strangers() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files(actual.work().resolve("landing"))) {
      found.add("left in the work folder: " + file);
    }
    for (Path file : files(actual.landed(""))) {
      if (!file.endsWith(Lake.FILE_MANIFEST) && !file.toString().endsWith(".parquet")) {
        found.add("not a landed file: " + file);
      }
    }
    return found;
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
