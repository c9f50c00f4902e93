package dev.hindsight.analytics.dataset;

import static org.apache.spark.sql.functions.lit;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Holds rows to a contract, at every read and every write. */
public final class Conforming {
  private Conforming() {}

  /**
   * The rows with exactly the contract's columns, in its order.
   *
   * @throws ContractViolationException naming every column that is missing or of another type
   */
  public static Dataset<Row> conform(Dataset<Row> rows, Contract<?> contract) {
    List<String> problems = new ArrayList<>();
    for (Field field : contract.fields()) {
      check(rows.schema(), field, problems);
    }
    if (!problems.isEmpty()) {
      throw new ContractViolationException(contract, problems);
    }
    return rows.select(contract.fields().stream().map(Columns::col).toArray(Column[]::new));
  }

  /**
   * The same for rows that an older program may have written: a column that they lack is null,
   * unless it belongs to the key.
   *
   * @throws ContractViolationException naming every column of the key that is missing, and every
   *     column of another type
   */
  public static Dataset<Row> completed(Dataset<Row> rows, Contract<?> contract) {
    List<String> present = Arrays.asList(rows.schema().fieldNames());
    Dataset<Row> completed = rows;
    for (Field field : contract.fields()) {
      if (!present.contains(field.name()) && !contract.key().contains(field)) {
        completed = Columns.with(completed, field, lit(null).cast(SparkTypes.typeOf(field.type())));
      }
    }
    return conform(completed, contract);
  }

  private static void check(StructType schema, Field field, List<String> problems) {
    DataType expected = SparkTypes.typeOf(field.type());
    int position = Arrays.asList(schema.fieldNames()).indexOf(field.name());
    if (position < 0) {
      problems.add("%s is missing".formatted(field.name()));
      return;
    }
    DataType actual = schema.fields()[position].dataType();
    if (!nullable(actual).equals(nullable(expected))) {
      problems.add(
          "%s is %s, expected %s"
              .formatted(field.name(), actual.simpleString(), expected.simpleString()));
    }
  }

  /** The type with all its parts nullable, as it is after a round through Parquet. */
  private static DataType nullable(DataType type) {
    if (type instanceof ArrayType list) {
      return new ArrayType(nullable(list.elementType()), true);
    }
    if (type instanceof StructType struct) {
      return new StructType(
          Arrays.stream(struct.fields())
              .map(
                  field ->
                      new StructField(
                          field.name(), nullable(field.dataType()), true, field.metadata()))
              .toArray(StructField[]::new));
    }
    return type;
  }
}
