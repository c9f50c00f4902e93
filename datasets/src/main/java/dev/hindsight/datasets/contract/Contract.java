package dev.hindsight.datasets.contract;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A dataset's contract: its name, grain, key and columns, read from the record that is its row.
 *
 * <p>Component {@code sellerId} is column {@code seller_id}; its Java type is the column's type; a
 * component that is {@code @Nullable} is an optional column; {@code @Doc} is the dictionary's text.
 * Nothing repeats the schema.
 *
 * @param <T> the row's record
 */
public final class Contract<T extends Record> {
  private final String name;
  private final Class<T> rowType;
  private final Grain grain;
  private final Map<String, Field> fields = new LinkedHashMap<>();

  private Contract(String name, Class<T> rowType, Grain grain) {
    this.name = name;
    this.rowType = rowType;
    this.grain = grain;
    RecordColumns.of(rowType).forEach(field -> fields.put(field.name(), field));
    Arrays.stream(grain.key()).forEach(this::field);
  }

  /**
   * The contract that a record states.
   *
   * @throws IllegalArgumentException when the record lacks {@link Grain}, a key column is not a
   *     column, or a component's type has no column type
   */
  public static <T extends Record> Contract<T> of(String name, Class<T> rowType) {
    Grain grain = rowType.getAnnotation(Grain.class);
    if (grain == null) {
      throw new IllegalArgumentException("Record %s lacks @Grain".formatted(rowType.getName()));
    }
    return new Contract<>(name, rowType, grain);
  }

  /** The dataset's name: its folder, its view. */
  public String name() {
    return name;
  }

  public Class<T> rowType() {
    return rowType;
  }

  /** The grain sentence. */
  public String grain() {
    return grain.value();
  }

  public List<Field> key() {
    return Arrays.stream(grain.key()).map(this::field).toList();
  }

  public List<Field> fields() {
    return List.copyOf(fields.values());
  }

  /**
   * The column of that name.
   *
   * @throws IllegalArgumentException naming the dataset's columns, when it has no such column
   */
  public Field field(String column) {
    Field field = fields.get(column);
    if (field == null) {
      throw new IllegalArgumentException(
          "Dataset %s has no column %s; its columns are %s"
              .formatted(name, column, fields.keySet()));
    }
    return field;
  }

  /** The column's place among all, from 0. */
  public int place(Field field) {
    return fields().indexOf(field);
  }

  @Override
  public String toString() {
    return "Contract[%s]".formatted(name);
  }
}
