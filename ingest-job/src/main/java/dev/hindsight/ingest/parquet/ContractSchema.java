package dev.hindsight.ingest.parquet;

import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.decimalType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import dev.hindsight.datasets.contract.ColumnType;
import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Field;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.apache.parquet.schema.Types.PrimitiveBuilder;

/** A contract's columns as Parquet has them. */
final class ContractSchema {
  private ContractSchema() {}

  static MessageType of(Contract<?> contract) {
    Type[] columns = contract.fields().stream().map(ContractSchema::column).toArray(Type[]::new);
    return new MessageType(contract.name(), columns);
  }

  static Type column(Field field) {
    if (!(field.type() instanceof ColumnType.Scalar scalar)) {
      throw new IllegalArgumentException(
          "Column %s is nested; landed datasets are flat".formatted(field.name()));
    }
    return typed(scalar, field.required() ? Repetition.REQUIRED : Repetition.OPTIONAL)
        .named(field.name());
  }

  private static PrimitiveBuilder<? extends Type> typed(
      ColumnType.Scalar type, Repetition repetition) {
    return switch (type) {
      case TEXT -> Types.primitive(BINARY, repetition).as(stringType());
      case INTEGER -> Types.primitive(INT32, repetition);
      case BIGINT -> Types.primitive(INT64, repetition);
      case DOUBLE -> Types.primitive(DOUBLE, repetition);
      case BOOLEAN -> Types.primitive(BOOLEAN, repetition);
      case DATE -> Types.primitive(INT32, repetition).as(dateType());
      case TIMESTAMP -> Types.primitive(INT64, repetition).as(timestampType(true, TimeUnit.MICROS));
      case DECIMAL ->
          Types.primitive(INT64, repetition)
              .as(decimalType(ColumnType.AMOUNT_SCALE, ColumnType.AMOUNT_PRECISION));
    };
  }
}
