package dev.hindsight.datasets.views;

import static java.util.stream.Collectors.joining;

import dev.hindsight.datasets.DuckDb;
import dev.hindsight.datasets.contract.ColumnType.ListOf;
import dev.hindsight.datasets.contract.ColumnType.Scalar;
import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Rows of a contract, written as Parquet by DuckDB; what a row does not say is a default. */
record LandedRows(DuckDb duckDb, Contract<?> contract) {

  @SafeVarargs
  @SuppressWarnings("varargs")
  final void write(Path file, Map<String, Object>... rows) throws SQLException, IOException {
    Files.createDirectories(file.getParent());
    String query = List.of(rows).stream().map(this::select).collect(joining("\nUNION ALL "));
    duckDb.execute(
        "COPY (%s) TO '%s' (FORMAT parquet)".formatted(query, file.toString().replace("'", "''")));
  }

  private String select(Map<String, Object> row) {
    return contract.fields().stream()
        .map(field -> value(field, row))
        .collect(joining(", ", "SELECT ", ""));
  }

  private static String value(Field field, Map<String, Object> row) {
    Object value = row.getOrDefault(field.name(), field.required() ? filler(field) : "NULL");
    String literal =
        value.equals("NULL") || value.equals("[]") ? value.toString() : "'%s'".formatted(value);
    return "CAST(%s AS %s) AS %s"
        .formatted(literal, Dialect.DUCKDB.typeName(field.type()), field.name());
  }

  private static String filler(Field field) {
    if (field.type() instanceof ListOf) {
      return "[]";
    }
    if (!(field.type() instanceof Scalar scalar)) {
      return "NULL";
    }
    return switch (scalar) {
      case TEXT -> "x";
      case INTEGER, BIGINT, DOUBLE, DECIMAL -> "1";
      case BOOLEAN -> "true";
      case DATE -> "2026-03-14";
      case TIMESTAMP -> "2026-03-14T10:00:00Z";
    };
  }
}
