package dev.hindsight.analytics.dataset;

import dev.hindsight.datasets.contract.ColumnType;
import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Field;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Records of contracts as Spark rows, and back. */
public final class ContractRows {
  private ContractRows() {}

  public static <T extends Record> Dataset<Row> rows(
      SparkSession spark, Contract<T> contract, List<T> records) {
    List<Row> rows = records.stream().map(ContractRows::row).toList();
    return SmallLake.gathered(spark.createDataFrame(rows, SparkTypes.schemaOf(contract)));
  }

  /** The rows, held to the contract, ordered by its first key column. */
  public static <T extends Record> List<T> records(Dataset<Row> rows, Contract<T> contract) {
    return Conforming.conform(rows, contract).collectAsList().stream()
        .map(row -> contract.rowType().cast(record(row, contract.rowType())))
        .sorted(
            Comparator.comparing(
                record ->
                    String.valueOf(value(record, record.getClass().getRecordComponents()[0]))))
        .toList();
  }

  /** The rows without the plan that made them, which Spark would carry into every later step. */
  public static Dataset<Row> computed(Dataset<Row> rows) {
    return SmallLake.gathered(
        rows.sparkSession().createDataFrame(rows.collectAsList(), rows.schema()));
  }

  /** A record from some of its columns; the others are absent, zero, false or empty. */
  public static <T extends Record> T record(
      Contract<T> contract, Map<Field, ? extends @Nullable Object> values) {
    RecordComponent[] components = contract.rowType().getRecordComponents();
    @Nullable Object[] arguments = new @Nullable Object[components.length];
    for (int column = 0; column < components.length; column++) {
      Object value = values.get(contract.fields().get(column));
      arguments[column] = value == null ? blank(components[column].getType()) : value;
    }
    return construct(contract.rowType(), arguments);
  }

  private static @Nullable Object blank(Class<?> type) {
    return type == List.class
        ? List.of()
        : type == int.class
            ? (Object) 0
            : type == long.class
                ? (Object) 0L
                : type == double.class ? (Object) 0.0 : type == boolean.class ? false : null;
  }

  private static Row row(Record record) {
    return RowFactory.create(
        Arrays.stream(record.getClass().getRecordComponents())
            .map(component -> external(value(record, component)))
            .toArray());
  }

  private static @Nullable Object external(@Nullable Object value) {
    if (value instanceof Enum<?> name) {
      return name.name();
    }
    if (value instanceof BigDecimal amount) {
      return amount.setScale(ColumnType.AMOUNT_SCALE);
    }
    if (value instanceof Record nested) {
      return row(nested);
    }
    return value instanceof List<?> list
        ? list.stream().map(ContractRows::external).toArray()
        : value;
  }

  private static Record record(Row row, Class<? extends Record> type) {
    RecordComponent[] components = type.getRecordComponents();
    @Nullable Object[] arguments = new @Nullable Object[components.length];
    for (int column = 0; column < components.length; column++) {
      Object value =
          components[column].getType() == List.class && !row.isNullAt(column)
              ? row.getList(column)
              : row.get(column);
      arguments[column] = internal(value, components[column].getGenericType());
    }
    return construct(type, arguments);
  }

  private static @Nullable Object internal(@Nullable Object value, Type type) {
    if (value instanceof List<?> list && type instanceof ParameterizedType parameterized) {
      Type element = parameterized.getActualTypeArguments()[0];
      return list.stream().map(item -> internal(item, element)).toList();
    }
    if (value instanceof Row nested && type instanceof Class<?> plain) {
      return record(nested, plain.asSubclass(Record.class));
    }
    return value != null && type instanceof Class<?> plain && plain.isEnum()
        ? constant(plain, value)
        : value;
  }

  private static Object constant(Class<?> type, Object name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.toString().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("%s is no %s".formatted(name, type)));
  }

  private static <T extends Record> T construct(Class<T> type, @Nullable Object[] arguments) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<T> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("No %s of %s".formatted(type, List.of(types)), e);
    }
  }

  public static @Nullable Object value(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(component.toString(), e);
    }
  }
}
