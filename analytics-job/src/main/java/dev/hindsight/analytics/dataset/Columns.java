package dev.hindsight.analytics.dataset;

import dev.hindsight.datasets.contract.ColumnType.Scalar;
import dev.hindsight.datasets.contract.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import scala.jdk.javaapi.CollectionConverters;

/** Columns named by the fields of contracts, never by loose strings. */
public final class Columns {
  private Columns() {}

  public static Column col(Field field) {
    return functions.col(field.name());
  }

  /** The columns of these fields, in order. */
  public static Column[] cols(Field... fields) {
    return Arrays.stream(fields).map(Columns::col).toArray(Column[]::new);
  }

  /** A value under a field's name. */
  public static Column as(Field field, Column value) {
    return value.as(field.name());
  }

  /** A part of a struct column. */
  public static Column part(Column struct, Field field) {
    return struct.getField(field.name());
  }

  /** A column between the steps of one transformation, which no contract knows. */
  public static Field scratch(String name) {
    return new Field(name, Scalar.TEXT, false, "");
  }

  public static Dataset<Row> with(Dataset<Row> rows, Field field, Column value) {
    return rows.withColumn(field.name(), value);
  }

  /**
   * The rows with several columns, none of which builds on another of them: one step for Spark to
   * analyse, where {@link #with(Dataset, Field, Column)} is one for each.
   */
  public static Dataset<Row> with(Dataset<Row> rows, Map<Field, Column> values) {
    Map<String, Column> named = new TreeMap<>();
    values.forEach((field, value) -> named.put(field.name(), value));
    return rows.withColumns(named);
  }

  /** The rows with 0 where one of these counts is absent. */
  public static Dataset<Row> withZeros(Dataset<Row> rows, Field... counts) {
    return with(
        rows,
        Arrays.stream(counts)
            .collect(
                Collectors.toMap(
                    count -> count, count -> functions.coalesce(col(count), functions.lit(0L)))));
  }

  public static Dataset<Row> renamed(Dataset<Row> rows, Field from, Field to) {
    return rows.withColumnRenamed(from.name(), to.name());
  }

  public static Dataset<Row> without(Dataset<Row> rows, Field... fields) {
    return rows.drop(Arrays.stream(fields).map(Field::name).toArray(String[]::new));
  }

  /** The rows with the parts of a struct column in its place. */
  public static Dataset<Row> unfolded(Dataset<Row> rows, Field struct) {
    return without(rows.select("*", struct.name() + ".*"), struct);
  }

  /** Rows of both sides with equal values in these fields. */
  public static Dataset<Row> joined(Dataset<Row> left, Dataset<Row> right, Field... on) {
    return left.join(right, names(on), "inner");
  }

  /** Every left row, with what the right side has for it. */
  public static Dataset<Row> enriched(Dataset<Row> left, Dataset<Row> right, Field... on) {
    return left.join(right, names(on), "left");
  }

  /** The names of fields, as Spark's joins take them. */
  public static scala.collection.immutable.Seq<String> names(Field... fields) {
    List<String> names = Arrays.stream(fields).map(Field::name).toList();
    return CollectionConverters.asScala(names).toSeq();
  }
}
