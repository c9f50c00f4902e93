package dev.hindsight.ingest.profiles;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads conditions: the key {@code when}. */
record ConditionReader(HeaderNames headers, NumberStyle number) {
  static final List<String> KEYS = List.of("in", "not", "filled", "above");

  List<Condition> read(Map<String, YamlValue> tests) {
    return tests.entrySet().stream()
        .flatMap(
            entry ->
                test(entry.getValue())
                    .map(test -> new Condition(headers.use(entry.getKey()), test))
                    .stream())
        .toList();
  }

  private Optional<CellTest> test(YamlValue value) {
    if (!value.isMap()) {
      return Optional.of(new CellTest.OneOf(normal(value.texts()), true));
    }
    YamlSection section = new YamlSection(value, KEYS);
    List<String> present = KEYS.stream().filter(section::has).toList();
    if (present.size() != 1) {
      section.wrong("is not one test", "write in, not, filled or above");
      return Optional.empty();
    }
    return test(present.get(0), section);
  }

  private Optional<CellTest> test(String key, YamlSection section) {
    return switch (key) {
      case "in" -> Optional.of(new CellTest.OneOf(normal(section.texts(key)), true));
      case "not" -> Optional.of(new CellTest.OneOf(normal(section.texts(key)), false));
      case "filled" -> Optional.of(new CellTest.Filled(section.isTrue(key)));
      default -> section.find(key).flatMap(this::above);
    };
  }

  private Optional<CellTest> above(YamlValue value) {
    Optional<String> text = value.text();
    Optional<BigDecimal> limit =
        text.flatMap(written -> Optional.ofNullable(NumberStyle.PLAIN.number(written)));
    if (text.isPresent() && limit.isEmpty()) {
      value.wrong("\"%s\" is no number".formatted(text.get()), "write 0 or 12.50");
    }
    return limit.map(number -> new CellTest.Above(number, this.number));
  }

  private static Set<String> normal(List<String> values) {
    return values.stream().map(ValueLookup::normal).collect(Collectors.toSet());
  }
}
