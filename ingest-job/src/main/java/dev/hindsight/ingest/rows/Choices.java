package dev.hindsight.ingest.rows;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The texts that a column takes, and what they mean.
 *
 * @param <E> the column's enum
 */
public final class Choices<E extends Enum<E>> {
  private final Map<String, E> values = new LinkedHashMap<>();
  private final Function<String, String> spelling;

  private Choices(Stream<E> values, Function<E, String> text, Function<String, String> spelling) {
    values.forEach(value -> this.values.put(text.apply(value), value));
    this.spelling = spelling;
  }

  /** Texts that are the names of the enum's constants. */
  @SafeVarargs
  public static <E extends Enum<E>> Choices<E> of(E... values) {
    return new Choices<>(Arrays.stream(values), E::name, Function.identity());
  }

  /** Texts in lower or upper case. */
  @SafeVarargs
  public static <E extends Enum<E>> Choices<E> inAnyCase(E... values) {
    return new Choices<>(
        Arrays.stream(values),
        value -> value.name().toLowerCase(Locale.ROOT),
        text -> text.toLowerCase(Locale.ROOT));
  }

  @Nullable E choice(String text) {
    return values.get(spelling.apply(text));
  }

  @Override
  public String toString() {
    return String.join(", ", values.keySet());
  }
}
