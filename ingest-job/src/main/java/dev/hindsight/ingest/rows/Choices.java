package dev.hindsight.ingest.rows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The texts that a column takes, and what they mean.
 *
 * @param <E> the column's enum
 */
public final class Choices<E extends Enum<E>> {
  private final List<E> values;
  private final List<String> texts;
  private final byte[][] encoded;
  private final boolean isInAnyCase;

  private Choices(List<E> values, Function<E, String> text, boolean isInAnyCase) {
    this.values = values;
    this.texts = values.stream().map(text).toList();
    this.encoded =
        texts.stream().map(name -> name.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    this.isInAnyCase = isInAnyCase;
  }

  /** Texts that are the names of the enum's constants. */
  @SafeVarargs
  public static <E extends Enum<E>> Choices<E> of(E... values) {
    return new Choices<>(List.of(values), E::name, false);
  }

  /** Texts in lower or upper case. */
  @SafeVarargs
  public static <E extends Enum<E>> Choices<E> inAnyCase(E... values) {
    return new Choices<>(List.of(values), value -> value.name().toLowerCase(Locale.ROOT), true);
  }

  @Nullable E choice(byte[] text, int start, int end) {
    for (int i = 0; i < encoded.length; i++) {
      if (Arrays.equals(encoded[i], 0, encoded[i].length, text, start, end)) {
        return values.get(i);
      }
    }
    return isInAnyCase ? inLowerCase(text, start, end) : null;
  }

  private @Nullable E inLowerCase(byte[] text, int start, int end) {
    String written = new String(text, start, end - start, StandardCharsets.UTF_8);
    int found = texts.indexOf(written.toLowerCase(Locale.ROOT));
    return found < 0 ? null : values.get(found);
  }

  @Override
  public String toString() {
    return String.join(", ", texts);
  }
}
