package dev.hindsight.nightly;

import dev.hindsight.datasets.contract.ColumnType;
import dev.hindsight.datasets.contract.ColumnType.ListOf;
import dev.hindsight.datasets.contract.ColumnType.Scalar;
import dev.hindsight.datasets.contract.ColumnType.Struct;
import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.marts.MartContracts;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two versions' folders, row by row in the order of their keys, nested columns and all. Doubles may
 * differ by a billionth of their value, for their last digits depend on the order in which parts of
 * a sum end; everything else must be equal.
 */
record MartComparison(Path first, Path second) {
  private static final double TOLERANCE = 1e-9;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** One line for each value that differs, and for each mart with other rows. */
  List<String> differences() throws SQLException {
    List<String> differences = new ArrayList<>();
    for (Contract<?> mart : MartContracts.ALL) {
      List<JsonNode> expected = rows(first, mart);
      List<JsonNode> found = rows(second, mart);
      if (expected.size() != found.size()) {
        differences.add("%s: %d and %d rows".formatted(mart.name(), expected.size(), found.size()));
      } else {
        IntStream.range(0, found.size())
            .forEach(row -> add(differences, mart, expected.get(row), found.get(row)));
      }
    }
    return differences;
  }

  /** How many rows the first version has, in all its marts. */
  int rowCount() throws SQLException {
    int count = 0;
    for (Contract<?> mart : MartContracts.ALL) {
      count += rows(first, mart).size();
    }
    return count;
  }

  private static void add(
      List<String> differences, Contract<?> mart, JsonNode expected, JsonNode found) {
    for (Field field : mart.fields()) {
      JsonNode one = expected.get(field.name());
      JsonNode other = found.get(field.name());
      if (!areEqual(field.type(), one, other)) {
        differences.add("%s.%s: %s and %s".formatted(mart.name(), field.name(), one, other));
      }
    }
  }

  private static boolean areEqual(ColumnType type, JsonNode one, JsonNode other) {
    if (one.isNull() || other.isNull()) {
      return one.isNull() && other.isNull();
    }
    if (type instanceof ListOf list) {
      return one.size() == other.size()
          && IntStream.range(0, one.size())
              .allMatch(item -> areEqual(list.element(), one.get(item), other.get(item)));
    }
    if (type instanceof Struct struct) {
      return struct.fields().stream()
          .allMatch(
              field -> areEqual(field.type(), one.get(field.name()), other.get(field.name())));
    }
    return type == Scalar.DOUBLE
        ? Math.abs(one.doubleValue() - other.doubleValue())
            <= TOLERANCE * Math.abs(one.doubleValue())
        : one.equals(other);
  }

  private static List<JsonNode> rows(Path version, Contract<?> mart) throws SQLException {
    String key = mart.key().stream().map(Field::name).collect(Collectors.joining(", "));
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT to_json(mart)::VARCHAR FROM '%s/*.parquet' AS mart ORDER BY %s"
                    .formatted(version.resolve(mart.name()), key))) {
      List<JsonNode> read = new ArrayList<>();
      while (rows.next()) {
        read.add(JSON.readTree(rows.getString(1)));
      }
      return read;
    }
  }
}
