package dev.hindsight.ingest.parquet;

import dev.hindsight.datasets.contract.ColumnType;
import dev.hindsight.datasets.contract.Contract;
import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes a contract's records as a Parquet file: for datasets of so few rows that each may be an
 * object. Not safe for several threads.
 *
 * @param <T> the rows' contract
 */
public final class RecordWriter<T extends Record> implements Closeable {
  private final ContractWriter rows;
  private final RecordComponent[] components;

  private RecordWriter(ContractWriter rows, RecordComponent[] components) {
    this.rows = rows;
    this.components = components;
  }

  /** A new file; its folder is made where it is not there. */
  public static <T extends Record> RecordWriter<T> open(Path path, Contract<T> contract)
      throws IOException {
    return new RecordWriter<>(
        ContractWriter.open(path, contract), contract.rowType().getRecordComponents());
  }

  public void write(T row) throws IOException {
    for (int i = 0; i < components.length; i++) {
      write(i, value(row, components[i]));
    }
    rows.endRow();
  }

  private void write(int column, @Nullable Object value) {
    if (value instanceof String text) {
      rows.text(column, text);
    } else if (value instanceof Enum<?> constant) {
      rows.text(column, constant.name());
    } else if (value != null) {
      rows.number(column, number(value));
    }
  }

  private static long number(Object value) {
    if (value instanceof Instant instant) {
      return Math.addExact(
          TimeUnit.SECONDS.toMicros(instant.getEpochSecond()), instant.getNano() / 1_000);
    }
    if (value instanceof LocalDate date) {
      return date.toEpochDay();
    }
    return value instanceof BigDecimal amount
        ? amount.movePointRight(ColumnType.AMOUNT_SCALE).longValueExact()
        : ((Number) value).longValue();
  }

  private static @Nullable Object value(Record row, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true); // records need not be public
      return component.getAccessor().invoke(row);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(
          "Component %s of %s cannot be read".formatted(component.getName(), row.getClass()), e);
    }
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
