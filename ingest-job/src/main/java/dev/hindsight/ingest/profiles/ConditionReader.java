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

  List<Condition> read(Map<String, YamlValue> criteria) {
    return criteria.entrySet().stream()
        .flatMap(
            entry ->
                criterion(entry.getValue())
                    .map(criterion -> new Condition(headers.use(entry.getKey()), criterion))
                    .stream())
        .toList();
  }

  private Optional<Criterion> criterion(YamlValue value) {
    if (!value.isMap()) {
      return Optional.of(new Criterion.OneOf(normal(value.texts()), true));
    }
    YamlSection section = new YamlSection(value, KEYS);
    List<String> present = KEYS.stream().filter(section::has).toList();
    if (present.size() != 1) {
      section.wrong("is not one test", "write in, not, filled or above");
      return Optional.empty();
    }
    return criterion(present.get(0), section);
  }

  private Optional<Criterion> criterion(String key, YamlSection section) {
    return switch (key) {
      case "in" -> Optional.of(new Criterion.OneOf(normal(section.texts(key)), true));
      case "not" -> Optional.of(new Criterion.OneOf(normal(section.texts(key)), false));
      case "filled" -> Optional.of(new Criterion.Filled(section.isTrue(key)));
      default -> section.find(key).flatMap(this::above);
    };
  }

  private Optional<Criterion> above(YamlValue value) {
    Optional<String> text = value.text();
    Optional<BigDecimal> limit =
        text.flatMap(written -> Optional.ofNullable(NumberStyle.PLAIN.number(written)));
    if (text.isPresent() && limit.isEmpty()) {
      value.wrong("\"%s\" is no number".formatted(text.get()), "write 0 or 12.50");
    }
    return limit.map(number -> new Criterion.Above(number, this.number));
  }

  private static Set<String> normal(List<String> values) {
    return values.stream().map(ValueLookup::normal).collect(Collectors.toSet());
  }
}
