package dev.hindsight.datasets.views;

import static java.util.stream.Collectors.joining;

import dev.hindsight.datasets.contract.ColumnType;
import dev.hindsight.datasets.contract.ColumnType.ListOf;
import dev.hindsight.datasets.contract.ColumnType.Scalar;
import dev.hindsight.datasets.contract.ColumnType.Struct;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.lake.Lake;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How an engine names types, and reads Parquet files, in SQL. */
public enum Dialect {
  DUCKDB("views.sql", "CREATE OR REPLACE VIEW", "VARCHAR", "TIMESTAMPTZ") {
    @Override
    String mart(StoredDataset mart) {
      return "SELECT * FROM read_parquet(%s, hive_partitioning = false)"
          .formatted(parquetIn(mart.folder()));
    }

    @Override
    String batches(StoredDataset landed, List<Integer> batches) {
      return batches.stream()
          .map(batch -> parquetIn(landed.folder().resolve(Lake.batchFolder(batch))))
          .collect(
              joining(
                  ",\n    ",
                  "SELECT * FROM read_parquet([\n    ",
                  "],\n    hive_partitioning = false)"));
    }

    private String parquetIn(Path folder) {
      return literal(folder.toString().replaceAll("[*?\\[]", "[$0]") + "/*.parquet");
    }

    @Override
    String listType(String element) {
      return element + "[]";
    }

    @Override
    String structType(Stream<String> fields) {
      return fields.collect(joining(", ", "STRUCT(", ")"));
    }
  },

  SPARK("views-spark.sql", "CREATE OR REPLACE TEMPORARY VIEW", "STRING", "TIMESTAMP") {
    @Override
    String mart(StoredDataset mart) {
      return "SELECT * FROM " + parquetIn(mart.folder());
    }

    @Override
    String batches(StoredDataset landed, List<Integer> batches) {
      return "SELECT %s FROM %s WHERE batch IN (%s)"
          .formatted(landed.columns(), parquetIn(landed.folder()), numbers(batches));
    }

    private String parquetIn(Path folder) {
      return "parquet.`%s`".formatted(folder.toString().replace("`", "``"));
    }

    @Override
    String listType(String element) {
      return "ARRAY<%s>".formatted(element);
    }

    @Override
    String structType(Stream<String> fields) {
      return fields
          .map(field -> field.replaceFirst(" ", ": "))
          .collect(joining(", ", "STRUCT<", ">"));
    }
  },

  /**
   * Trino's Hive connector. Its tables carry the version in their names, so that running another
   * version's script disturbs no query. The connector has no instants: they come as timestamps in
   * UTC, of the precision that it has by default.
   */
  TRINO("views-trino.sql", "CREATE OR REPLACE VIEW", "VARCHAR", "TIMESTAMP(3)") {
    @Override
    String preface() {
      return """
          -- For Trino's Hive connector, in the catalog and schema of the session. Landed datasets are
          -- folders of folders: the catalog needs hive.recursive-directories = true.

          """;
    }

    @Override
    List<String> tables(StoredDataset stored) {
      String columns =
          stored.contract().fields().stream().map(this::column).collect(joining(",\n  "));
      return List.of(
          "CREATE TABLE IF NOT EXISTS %s (\n  %s)\nWITH (external_location = %s, format = 'PARQUET')"
              .formatted(stored.tableName(), columns, literal("file://" + stored.folder())));
    }

    @Override
    String mart(StoredDataset mart) {
      return "SELECT %s FROM %s".formatted(mart.columns(), mart.tableName());
    }

    @Override
    String batches(StoredDataset landed, List<Integer> batches) {
      return mart(landed) + " WHERE batch_number IN (%s)".formatted(numbers(batches));
    }

    @Override
    String listType(String element) {
      return "ARRAY(%s)".formatted(element);
    }

    @Override
    String structType(Stream<String> fields) {
      return fields.collect(joining(", ", "ROW(", ")"));
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

  /** What stands before the statements of a script. */
  String preface() {
    return "";
  }

  /** Statements for an engine that reads no files but those of its tables. */
  List<String> tables(StoredDataset stored) {
    return List.of();
  }

  /** A query of all rows of a mart. */
  abstract String mart(StoredDataset mart);

  /** A query of all rows of some batches. */
  abstract String batches(StoredDataset landed, List<Integer> batches);

  abstract String listType(String element);

  /** The type of a group of fields, each given as name and type. */
  abstract String structType(Stream<String> fields);

  String column(Field field) {
    return field.name() + " " + typeName(field.type());
  }

  String typeName(ColumnType type) {
    if (type instanceof ListOf list) {
      return listType(typeName(list.element()));
    }
    if (type instanceof Struct struct) {
      return structType(struct.fields().stream().map(this::column));
    }
    return switch ((Scalar) type) {
      case TEXT -> text;
      case TIMESTAMP -> instant;
      case DECIMAL ->
          "DECIMAL(%d, %d)".formatted(ColumnType.AMOUNT_PRECISION, ColumnType.AMOUNT_SCALE);
      case INTEGER, BIGINT, DOUBLE, BOOLEAN, DATE -> type.display().toUpperCase(Locale.ROOT);
    };
  }

  private static String numbers(List<Integer> batches) {
    return batches.stream().map(String::valueOf).collect(joining(", "));
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
