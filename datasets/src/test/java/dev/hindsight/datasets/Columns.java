package dev.hindsight.datasets;

import dev.hindsight.datasets.contract.ColumnType;
import dev.hindsight.datasets.contract.ColumnType.ListOf;
import dev.hindsight.datasets.contract.ColumnType.Struct;
import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.LandedContracts;
import dev.hindsight.datasets.marts.MartContracts;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The columns of a dataset, or the fields of a struct inside it.
 *
 * @param place the dataset's name, and the way to the struct
 */
public record Columns(String place, Class<?> rowType, List<Field> fields) {

  public static List<Contract<?>> contracts() {
    return Stream.concat(LandedContracts.ALL.stream(), MartContracts.ALL.stream()).toList();
  }

  /** Those of every dataset and of every struct in one. */
  public static List<Columns> all() {
    List<Columns> all = new ArrayList<>();
    for (Contract<?> contract : contracts()) {
      new Columns(contract.name(), contract.rowType(), contract.fields()).addTo(all);
    }
    return all;
  }

  private void addTo(List<Columns> all) {
    all.add(this);
    RecordComponent[] components = rowType.getRecordComponents();
    for (int i = 0; i < components.length; i++) {
      Field field = fields.get(i);
      ColumnType type = field.type() instanceof ListOf list ? list.element() : field.type();
      if (type instanceof Struct struct) {
        Class<?> nested = elementType(components[i].getGenericType());
        new Columns(place + "." + field.name(), nested, struct.fields()).addTo(all);
      }
    }
  }

  private static Class<?> elementType(Type type) {
    return type instanceof ParameterizedType list
        ? elementType(list.getActualTypeArguments()[0])
        : (Class<?>) type;
  }

  public boolean has(String column) {
    return fields.stream().anyMatch(field -> field.name().equals(column));
  }

  @Override
  public String toString() {
    return place;
  }
}
