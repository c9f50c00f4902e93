package dev.hindsight.analytics.dataset;

import dev.hindsight.datasets.contract.ColumnType;
import dev.hindsight.datasets.contract.ColumnType.ListOf;
import dev.hindsight.datasets.contract.ColumnType.Scalar;
import dev.hindsight.datasets.contract.ColumnType.Struct;
import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Field;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Spark's types for the types of contracts. Nullability is not among them: Parquet read back is
 * nullable.
 */
public final class SparkTypes {
  private SparkTypes() {}

  public static StructType schemaOf(Contract<?> contract) {
    return struct(contract.fields());
  }

  public static DataType typeOf(ColumnType type) {
    if (type instanceof ListOf list) {
      return DataTypes.createArrayType(typeOf(list.element()), true);
    }
    if (type instanceof Struct struct) {
      return struct(struct.fields());
    }
    return switch ((Scalar) type) {
      case TEXT -> DataTypes.StringType;
      case INTEGER -> DataTypes.IntegerType;
      case BIGINT -> DataTypes.LongType;
      case DOUBLE -> DataTypes.DoubleType;
      case BOOLEAN -> DataTypes.BooleanType;
      case DATE -> DataTypes.DateType;
      case TIMESTAMP -> DataTypes.TimestampType;
      case DECIMAL ->
          DataTypes.createDecimalType(ColumnType.AMOUNT_PRECISION, ColumnType.AMOUNT_SCALE);
    };
  }

  private static StructType struct(List<Field> fields) {
    return new StructType(
        fields.stream()
            .map(field -> DataTypes.createStructField(field.name(), typeOf(field.type()), true))
            .toArray(StructField[]::new));
  }
}
