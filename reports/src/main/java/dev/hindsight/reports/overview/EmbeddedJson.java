package dev.hindsight.reports.overview;

import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON that may stand inside a script element, whatever is in its texts. */
final class EmbeddedJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();

  private EmbeddedJson() {}

  /** These characters can only be inside of texts, where JSON lets them be written as codes. */
  static String of(Record content) {
    return MAPPER
        .writeValueAsString(content)
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }
}
