package dev.hindsight.ingest.parquet;

import java.lang.invoke.CallSite;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the components of a record: each as if by a method reference, which costs no reflection.
 */
final class RecordComponents {
  private RecordComponents() {}

  /** One function for each component, in the record's order. */
  static <T extends Record> List<Function<T, @Nullable Object>> of(Class<T> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(component -> RecordComponents.<T>function(type, component))
        .toList();
  }

  @SuppressWarnings("unchecked") // the function is made for that record's accessor
  private static <T extends Record> Function<T, @Nullable Object> function(
      Class<T> type, RecordComponent component) {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    try {
      MethodHandle accessor = lookup.unreflect(component.getAccessor());
      MethodType boxed = MethodType.methodType(accessor.type().wrap().returnType(), type);
      CallSite site =
          LambdaMetafactory.metafactory(
              lookup,
              "apply",
              MethodType.methodType(Function.class),
              MethodType.methodType(Object.class, Object.class),
              accessor,
              boxed);
      return (Function<T, @Nullable Object>) site.getTarget().invoke();
    } catch (Throwable e) {
      throw new IllegalStateException(
          "Component %s of %s cannot be read".formatted(component.getName(), type), e);
    }
  }
}
