package dev.hindsight.nightly;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Any record: the values that are given, what may be absent absent, and plain values else. */
public final class SomeRecord {
  private static final Map<Class<?>, Object> PLAIN =
      Map.of(
          String.class,
          "text",
          long.class,
          0L,
          int.class,
          0,
          double.class,
          1.0,
          boolean.class,
          false,
          LocalDate.class,
          LocalDate.parse("2026-06-30"),
          Instant.class,
          Instant.parse("2026-06-30T12:00:00Z"),
          List.class,
          List.of());

  private SomeRecord() {}

  /**
   * Makes one.
   *
   * @param values by the names of components
   */
  public static <R extends Record> R of(Class<R> type, Map<String, Object> values) {
    return make(
        type,
        component ->
            values.containsKey(component.getName())
                ? values.get(component.getName())
                : plain(component));
  }

  /**
   * The same record with other values.
   *
   * @param values by the names of components
   */
  public static <R extends Record> R like(R record, Class<R> type, Map<String, Object> values) {
    return make(
        type,
        component ->
            values.containsKey(component.getName())
                ? values.get(component.getName())
                : component.getAccessor().invoke(record));
  }

  private interface Values {
    @Nullable Object of(RecordComponent component) throws ReflectiveOperationException;
  }

  private static <R extends Record> R make(Class<R> type, Values values) {
    try {
      RecordComponent[] components = type.getRecordComponents();
      Constructor<R> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      @Nullable Object[] arguments = new @Nullable Object[components.length];
      for (int i = 0; i < components.length; i++) {
        arguments[i] = values.of(components[i]);
      }
      return constructor.newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("No record " + type, e);
    }
  }

  private static @Nullable Object plain(RecordComponent component) {
    Class<?> type = component.getType();
    if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
      return null;
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    return type.isRecord() ? of(type.asSubclass(Record.class), Map.of()) : PLAIN.get(type);
  }
}
