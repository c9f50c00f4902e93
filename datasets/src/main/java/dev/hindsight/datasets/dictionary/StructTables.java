package dev.hindsight.datasets.dictionary;

import static java.util.stream.Collectors.joining;

import dev.hindsight.datasets.contract.ColumnType;
import dev.hindsight.datasets.contract.ColumnType.ListOf;
import dev.hindsight.datasets.contract.ColumnType.Struct;
import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table of a dataset's columns, and one of each struct inside it, as Markdown. */
final class StructTables {
  private final Map<Class<?>, StructTable> structs = new LinkedHashMap<>();
  private final String columns;

  StructTables(Contract<?> contract) {
    columns = table(contract.rowType(), contract.fields(), "");
  }

  String markdown() {
    return columns
        + structs.entrySet().stream()
            .map(struct -> struct.getValue().markdown(words(struct.getKey())))
            .collect(joining());
  }

  private String table(Class<?> rowType, List<Field> fields, String place) {
    RecordComponent[] components = rowType.getRecordComponents();
    StringBuilder table =
        new StringBuilder("| column | type | | meaning |\n| --- | --- | --- | --- |\n");
    for (int i = 0; i < components.length; i++) {
      table.append(line(elementType(components[i].getGenericType()), fields.get(i), place));
    }
    return table.toString();
  }

  private String line(Class<?> elementType, Field field, String place) {
    Struct struct = structOf(field.type());
    if (struct != null) {
      describe(elementType, struct, place + field.name());
    }
    return "| `%s` | %s | %s | %s |\n"
        .formatted(
            field.name(),
            struct == null ? field.type().display() : structName(field.type(), words(elementType)),
            field.required() ? "required" : "optional",
            field.doc().replace("|", "\\|") + values(elementType));
  }

  private void describe(Class<?> rowType, Struct struct, String place) {
    StructTable known = structs.get(rowType);
    if (known != null) {
      known.places.add(place);
      return;
    }
    StructTable found = new StructTable(place);
    structs.put(rowType, found);
    found.table = table(rowType, struct.fields(), place + ".");
  }

  private static @Nullable Struct structOf(ColumnType type) {
    if (type instanceof ListOf list) {
      return structOf(list.element());
    }
    return type instanceof Struct struct ? struct : null;
  }

  private static String structName(ColumnType type, String words) {
    return type instanceof ListOf
        ? "list of structs, *%s*".formatted(words)
        : "struct, *%s*".formatted(words);
  }

  private static Class<?> elementType(Type type) {
    return type instanceof ParameterizedType list
        ? elementType(list.getActualTypeArguments()[0])
        : (Class<?>) type;
  }

  private static String values(Class<?> elementType) {
    return elementType.isEnum()
        ? Arrays.stream(elementType.getEnumConstants())
            .map(String::valueOf)
            .collect(joining("`, `", ". One of `", "`"))
        : "";
  }

  private static String words(Class<?> rowType) {
    return rowType.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  /** A struct's fields, and where it stands. */
  private static final class StructTable {
    private final List<String> places = new ArrayList<>();
    private String table = "";

    private StructTable(String place) {
      places.add(place);
    }

    private String markdown(String name) {
      return "\n*%s*, in %s:\n\n%s"
          .formatted(name, places.stream().collect(joining("`, `", "`", "`")), table);
    }
  }
}
