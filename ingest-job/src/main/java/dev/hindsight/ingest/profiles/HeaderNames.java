package dev.hindsight.ingest.profiles;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The source's columns as a profile declares and uses them, while it is read. */
final class HeaderNames {
  static final List<String> KEYS = List.of("aliases", "optional", "personal");

  private final FileNameValues nameValues;
  private final Map<String, HeaderName> declared = new HashMap<>();
  private final Map<String, YamlValue> declarations = new LinkedHashMap<>();
  private final Map<String, HeaderName> used = new LinkedHashMap<>();

  HeaderNames(Map<String, YamlValue> declarations, FileNameValues nameValues) {
    this.nameValues = nameValues;
    this.declarations.putAll(declarations);
    declarations.forEach(
        (name, value) -> {
          YamlSection section = new YamlSection(value, KEYS);
          declared.put(
              HeaderName.normal(name),
              new HeaderName(
                  name,
                  section.texts("aliases"),
                  section.isTrue("optional"),
                  section.isTrue("personal")));
        });
  }

  /** Notes that a value or a condition uses a column, or a part of the file's name. */
  String use(String name) {
    if (!nameValues.groups().contains(name)) {
      used.put(name, declaration(name));
    }
    return name;
  }

  List<String> use(List<String> names) {
    return names.stream().map(this::use).toList();
  }

  boolean isPersonal(String name) {
    return declaration(name).isPersonal();
  }

  private HeaderName declaration(String name) {
    return Optional.ofNullable(declared.get(HeaderName.normal(name)))
        .map(known -> new HeaderName(name, known.aliases(), known.isOptional(), known.isPersonal()))
        .orElse(HeaderName.plain(name));
  }

  /** Every column that is used. */
  List<HeaderName> used() {
    return new ArrayList<>(used.values());
  }

  /** Notes declarations of columns that nothing uses: one of the two names is misspelt. */
  void checkUsed() {
    List<String> names = used.keySet().stream().map(HeaderName::normal).toList();
    declarations.forEach(
        (name, value) -> {
          if (!names.contains(HeaderName.normal(name))) {
            value.wrong(
                "is used by no value and no condition",
                "take it out, or write the name as it is used");
          }
        });
  }
}
