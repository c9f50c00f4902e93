package dev.hindsight.ingest.profiles;

import dev.hindsight.ingest.names.NearestName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A map in a profile's YAML whose keys are known; a key that is not is noted as a problem. */
final class YamlSection {
  private static final List<String> TRUTHS = List.of("true", "false");

  private final YamlValue value;
  private final Map<String, YamlValue> entries;

  YamlSection(YamlValue value, List<String> knownKeys) {
    this.value = value;
    this.entries = value.entries();
    entries.forEach(
        (key, entry) -> {
          if (!knownKeys.contains(key)) {
            entry.wrong("is no key here", NearestName.suggestion(key, knownKeys));
          }
        });
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  Optional<YamlValue> find(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  /** The value of a key; absent, with a problem, when it is not there. */
  Optional<YamlValue> require(String key, String right) {
    if (!has(key)) {
      value.wrong("lacks %s".formatted(key), right);
    }
    return find(key);
  }

  Optional<String> text(String key) {
    return find(key).flatMap(YamlValue::text);
  }

  List<String> texts(String key) {
    return find(key).map(YamlValue::texts).orElse(List.of());
  }

  /** The entries of the map under a key; none when the key is not there. */
  Map<String, YamlValue> entries(String key) {
    return find(key).map(YamlValue::entries).orElse(Map.of());
  }

  /** Whether the key says {@code true}. */
  boolean isTrue(String key) {
    return isTrue(key, false);
  }

  boolean isTrue(String key, boolean usual) {
    return find(key).flatMap(YamlSection::truth).orElse(usual);
  }

  private static Optional<Boolean> truth(YamlValue value) {
    Optional<String> text = value.text();
    if (text.isPresent() && !TRUTHS.contains(text.get())) {
      value.unknown(text.get(), "neither true nor false", TRUTHS);
    }
    return text.map("true"::equals);
  }

  /** Notes that the section as a whole is wrong. */
  void wrong(String wrong, String right) {
    value.wrong(wrong, right);
  }
}
