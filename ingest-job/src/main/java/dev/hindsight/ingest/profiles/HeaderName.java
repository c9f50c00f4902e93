package dev.hindsight.ingest.profiles;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A column of the source, as the profile knows it.
 *
 * @param aliases other names that exports have for it
 * @param isOptional whether a file may lack it, which is as if it were blank in every row
 * @param isPersonal whether it says something about a person, and is never shown
 */
record HeaderName(String name, List<String> aliases, boolean isOptional, boolean isPersonal) {
  private static final Pattern SEPARATORS = Pattern.compile("[\\s\\u00A0\\uFEFF_-]+");

  HeaderName {
    aliases = List.copyOf(aliases);
  }

  /** A column that the profile says nothing special about. */
  static HeaderName plain(String name) {
    return new HeaderName(name, List.of(), false, false);
  }

  /** The name without what exports vary: case, blanks, hyphens, underscores, byte order mark. */
  static String normal(String name) {
    return SEPARATORS.matcher(name).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }

  /** Every name it can have, normal; its own first. */
  Stream<String> normalNames() {
    return Stream.concat(Stream.of(name), aliases.stream()).map(HeaderName::normal);
  }

  /** In words, for whoever looks for it. */
  @Override
  public String toString() {
    return aliases.isEmpty()
        ? "\"" + name + "\""
        : aliases.stream().collect(Collectors.joining("\", \"", "\"" + name + "\" (or \"", "\")"));
  }
}
