package dev.hindsight.datasets.contract;

import dev.hindsight.datasets.contract.ColumnType.ListOf;
import dev.hindsight.datasets.contract.ColumnType.Scalar;
import dev.hindsight.datasets.contract.ColumnType.Struct;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a record's components as columns. */
final class RecordColumns {
  private static final Map<Class<?>, Scalar> SCALARS =
      Map.ofEntries(
          Map.entry(String.class, Scalar.TEXT),
          Map.entry(int.class, Scalar.INTEGER),
          Map.entry(Integer.class, Scalar.INTEGER),
          Map.entry(long.class, Scalar.BIGINT),
          Map.entry(Long.class, Scalar.BIGINT),
          Map.entry(double.class, Scalar.DOUBLE),
          Map.entry(Double.class, Scalar.DOUBLE),
          Map.entry(boolean.class, Scalar.BOOLEAN),
          Map.entry(Boolean.class, Scalar.BOOLEAN),
          Map.entry(LocalDate.class, Scalar.DATE),
          Map.entry(Instant.class, Scalar.TIMESTAMP),
          Map.entry(BigDecimal.class, Scalar.DECIMAL));

  private static final Pattern WORD_START =
      Pattern.compile("(?<=[^A-Z_])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

  private RecordColumns() {}

  static List<Field> of(Class<?> rowType) {
    return Arrays.stream(rowType.getRecordComponents()).map(RecordColumns::column).toList();
  }

  private static Field column(RecordComponent component) {
    Doc doc = component.getAnnotation(Doc.class);
    boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    return new Field(
        snakeCase(component.getName()),
        typeOf(component.getGenericType()),
        !optional,
        doc == null ? "" : doc.value());
  }

  private static ColumnType typeOf(Type type) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return new ListOf(typeOf(list.getActualTypeArguments()[0]));
    }
    if (!(type instanceof Class<?> plain)) {
      throw new IllegalArgumentException("No column type for " + type);
    }
    if (plain.isRecord()) {
      return new Struct(of(plain));
    }
    if (plain.isEnum()) {
      return Scalar.TEXT;
    }
    Scalar scalar = SCALARS.get(plain);
    if (scalar == null) {
      throw new IllegalArgumentException("No column type for " + plain.getName());
    }
    return scalar;
  }

  /**
   * {@code medianHours} becomes {@code median_hours}, as Carpet has it too: digits stay with the
   * letters before them, a run of capitals is one word.
   */
  static String snakeCase(String component) {
    return WORD_START.matcher(component).replaceAll("_").toLowerCase(Locale.ROOT);
  }
}
