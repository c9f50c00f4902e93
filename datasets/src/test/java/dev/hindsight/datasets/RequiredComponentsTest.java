package dev.hindsight.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hindsight.datasets.contract.Field;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Carpet writes an absent required value without a word: the records must not hold one. */
class RequiredComponentsTest {
  private static final Map<Class<?>, Object> SAMPLES =
      Map.ofEntries(
          Map.entry(String.class, "x"),
          Map.entry(int.class, 1),
          Map.entry(long.class, 1L),
          Map.entry(double.class, 1.0),
          Map.entry(boolean.class, true),
          Map.entry(Instant.class, Instant.EPOCH),
          Map.entry(LocalDate.class, LocalDate.EPOCH),
          Map.entry(BigDecimal.class, BigDecimal.ONE),
          Map.entry(List.class, List.of()));

  static List<Columns> all() {
    return Columns.all();
  }

  record Component(Columns columns, int index) {
    Field field() {
      return columns.fields().get(index);
    }

    @Override
    public String toString() {
      return columns + "." + field().name();
    }
  }

  static Stream<Component> requiredReferences() {
    return all().stream()
        .flatMap(
            columns ->
                IntStream.range(0, columns.fields().size())
                    .mapToObj(index -> new Component(columns, index)))
        .filter(component -> component.field().required())
        .filter(
            component ->
                !components(component.columns())[component.index()].getType().isPrimitive());
  }

  @ParameterizedTest
  @MethodSource("all")
  void aRowWithAllThatIsRequiredIsTaken(Columns columns) throws ReflectiveOperationException {
    Object row = row(columns.rowType(), -1);

    assertThat(row).isInstanceOf(columns.rowType());
  }

  @ParameterizedTest
  @MethodSource("requiredReferences")
  void anAbsentRequiredValueIsRefusedByName(Component component) {
    assertThatThrownBy(() -> row(component.columns().rowType(), component.index()))
        .isInstanceOf(InvocationTargetException.class)
        .cause()
        .isInstanceOf(NullPointerException.class)
        .hasMessage("Required column %s is absent", component.field().name());
  }

  private static RecordComponent[] components(Columns columns) {
    return columns.rowType().getRecordComponents();
  }

  private static Object row(Class<?> rowType, int absent) throws ReflectiveOperationException {
    RecordComponent[] components = rowType.getRecordComponents();
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = i == absent ? null : sample(components[i]);
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Constructor<?> constructor = rowType.getDeclaredConstructor(types);
    return constructor.newInstance(values);
  }

  private static @Nullable Object sample(RecordComponent component)
      throws ReflectiveOperationException {
    Class<?> type = component.getType();
    if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
      return null;
    }
    if (type.isRecord()) {
      return row(type, -1);
    }
    return type.isEnum() ? type.getEnumConstants()[0] : SAMPLES.get(type);
  }
}
