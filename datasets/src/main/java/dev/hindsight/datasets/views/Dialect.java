package dev.hindsight.datasets.views;

import dev.hindsight.datasets.contract.ColumnType;
import dev.hindsight.datasets.contract.ColumnType.ListOf;
import dev.hindsight.datasets.contract.ColumnType.Scalar;
import dev.hindsight.datasets.contract.ColumnType.Struct;
import dev.hindsight.datasets.contract.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How an engine names types, and reads Parquet files, in SQL. */
public enum Dialect {
  DUCKDB("views.sql", "CREATE OR REPLACE VIEW", "VARCHAR", "TIMESTAMPTZ") {
    @Override
    String mart(Path folder) {
      return "SELECT * FROM read_parquet(%s, hive_partitioning = false)"
          .formatted(literal(folder + "/*.parquet"));
    }

    @Override
    String batches(Path dataset, List<String> batchFolders, List<Field> fields) {
      return batchFolders.stream()
          .map(batch -> literal(dataset.resolve(batch) + "/*.parquet"))
          .collect(
              Collectors.joining(
                  ",\n    ",
                  "SELECT * FROM read_parquet([\n    ",
                  "],\n    hive_partitioning = false)"));
    }

    @Override
    String listType(String element) {
      return element + "[]";
    }

    @Override
    String structType(Map<String, String> fields) {
      return fields.entrySet().stream()
          .map(field -> field.getKey() + " " + field.getValue())
          .collect(Collectors.joining(", ", "STRUCT(", ")"));
    }
  },

  SPARK("views-spark.sql", "CREATE OR REPLACE TEMPORARY VIEW", "STRING", "TIMESTAMP") {
    @Override
    String mart(Path folder) {
      return "SELECT * FROM parquet.`%s`".formatted(folder);
    }

    @Override
    String batches(Path dataset, List<String> batchFolders, List<Field> fields) {
      String numbers =
          batchFolders.stream()
              .map(
                  batch ->
                      Integer.toString(Integer.parseInt(batch.substring(batch.indexOf('=') + 1))))
              .collect(Collectors.joining(", "));
      return "SELECT %s FROM parquet.`%s` WHERE batch IN (%s)"
          .formatted(names(fields), dataset, numbers);
    }

    @Override
    String listType(String element) {
      return "ARRAY<%s>".formatted(element);
    }

    @Override
    String structType(Map<String, String> fields) {
      return fields.entrySet().stream()
          .map(field -> field.getKey() + ": " + field.getValue())
          .collect(Collectors.joining(", ", "STRUCT<", ">"));
    }
  };

  private final String fileName;
  private final String createView;
  private final String text;
  private final String instant;

  Dialect(String fileName, String createView, String text, String instant) {
    this.fileName = fileName;
    this.createView = createView;
    this.text = text;
    this.instant = instant;
  }

  /** The name of the script inside a version's folder. */
  public String fileName() {
    return fileName;
  }

  String createView() {
    return createView;
  }

  abstract String mart(Path folder);

  abstract String batches(Path dataset, List<String> batchFolders, List<Field> fields);

  abstract String listType(String element);

  abstract String structType(Map<String, String> fields);

  String typeName(ColumnType type) {
    if (type instanceof ListOf list) {
      return listType(typeName(list.element()));
    }
    if (type instanceof Struct struct) {
      return structType(
          struct.fields().stream()
              .collect(
                  Collectors.toMap(
                      Field::name,
                      field -> typeName(field.type()),
                      (one, other) -> one,
                      java.util.LinkedHashMap::new)));
    }
    return switch ((Scalar) type) {
      case TEXT -> text;
      case TIMESTAMP -> instant;
      case DECIMAL ->
          "DECIMAL(%d, %d)".formatted(ColumnType.AMOUNT_PRECISION, ColumnType.AMOUNT_SCALE);
      case INTEGER, BIGINT, DOUBLE, BOOLEAN, DATE ->
          type.display().toUpperCase(java.util.Locale.ROOT);
    };
  }

  static String names(List<Field> fields) {
    return fields.stream().map(Field::name).collect(Collectors.joining(", "));
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
