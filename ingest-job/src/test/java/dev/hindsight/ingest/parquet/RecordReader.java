package dev.hindsight.ingest.parquet;

import dev.hindsight.datasets.contract.ColumnType;
import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Field;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.jspecify.annotations.Nullable;

/** Reads a contract's records from a Parquet file, with Parquet's own reader. */
public final class RecordReader<T extends Record> {
  private final Contract<T> contract;
  private final RecordComponent[] components;

  public RecordReader(Contract<T> contract) {
    this.contract = contract;
    this.components = contract.rowType().getRecordComponents();
  }

  public List<T> read(Path file) throws IOException {
    List<T> records = new ArrayList<>();
    try (ParquetReader<Group> rows = new Builder(file).build()) {
      for (Group row = rows.read(); row != null; row = rows.read()) {
        records.add(record(row));
      }
    }
    return records;
  }

  private T record(Group row) {
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(row, contract.fields().get(i), components[i].getType());
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<T> constructor = contract.rowType().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static @Nullable Object value(Group row, Field field, Class<?> type) {
    String name = field.name();
    if (row.getFieldRepetitionCount(name) == 0) {
      return null;
    }
    return switch ((ColumnType.Scalar) field.type()) {
      case TEXT -> text(row.getString(name, 0), type);
      case INTEGER -> row.getInteger(name, 0);
      case BIGINT -> row.getLong(name, 0);
      case DATE -> LocalDate.ofEpochDay(row.getInteger(name, 0));
      case TIMESTAMP -> Instant.EPOCH.plus(row.getLong(name, 0), ChronoUnit.MICROS);
      case DECIMAL -> BigDecimal.valueOf(row.getLong(name, 0), ColumnType.AMOUNT_SCALE);
      case DOUBLE, BOOLEAN -> throw new AssertionError("No landed dataset has " + field);
    };
  }

  private static Object text(String text, Class<?> type) {
    return type.isEnum()
        ? Arrays.stream(type.getEnumConstants())
            .filter(constant -> ((Enum<?>) constant).name().equals(text))
            .findFirst()
            .orElseThrow()
        : text;
  }

  private static final class Builder extends ParquetReader.Builder<Group> {
    Builder(Path file) {
      super((InputFile) new LocalInputFile(file), new PlainParquetConfiguration());
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }
}
