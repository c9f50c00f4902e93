package dev.hindsight.ingest.profiles;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The maps of values that a profile declares, while it is read. */
final class ValueMaps {
  private final Map<String, YamlValue> declarations;
  private final Set<String> used = new HashSet<>();

  ValueMaps(Map<String, YamlValue> declarations) {
    this.declarations = declarations;
  }

  /** The map that a value names, for a column that takes what is known to be taken. */
  Optional<Map<String, String>> use(YamlValue name, KnownValues known) {
    Optional<String> text = name.text();
    if (text.isPresent() && !declarations.containsKey(text.get())) {
      name.unknown(text.get(), "none of the maps", List.copyOf(declarations.keySet()));
    }
    text.ifPresent(used::add);
    return text.map(declarations::get).map(declaration -> values(declaration, known));
  }

  private static Map<String, String> values(YamlValue declaration, KnownValues known) {
    Map<String, String> values = new HashMap<>();
    declaration
        .entries()
        .forEach(
            (code, value) -> {
              String text = value.textOrEmpty();
              known.check(value, text);
              if (values.put(ValueLookup.normal(code), text) != null) {
                value.wrong("is there twice, in another case", "write every code once");
              }
            });
    return values;
  }

  /** Notes maps that nothing uses. */
  void checkUsed() {
    declarations.forEach(
        (name, value) -> {
          if (!used.contains(name)) {
            value.wrong("is used by no value", "take it out, or write map: %s".formatted(name));
          }
        });
  }
}
