package dev.hindsight.ingest.profiles;

import dev.hindsight.ingest.rows.Reason;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Translates the source's codes. Case and surrounding blanks do not matter.
 *
 * @param map the map's name, for problems
 * @param values by lower-case code; an empty value is none
 * @param code finds the code in the text; where it finds none the whole text is the code
 * @param unknown what becomes of other codes
 */
record ValueLookup(
    String map, Map<String, String> values, @Nullable Extraction code, Unknown unknown)
    implements Conversion {

  /**
   * What becomes of a code that the map does not have: the row is rejected, the text is kept as it
   * is, or there is a value for all of them.
   */
  record Unknown(boolean isRejected, @Nullable String value) {
    static final Unknown REJECTED = new Unknown(true, null);
    static final Unknown KEPT = new Unknown(false, null);

    static Unknown becomes(String value) {
      return new Unknown(false, value);
    }
  }

  ValueLookup {
    values = Map.copyOf(values);
  }

  /** The form in which codes are compared. */
  static String normal(String code) {
    return code.strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public @Nullable String convert(String text, RowDraft draft, SourceName name) {
    String value = values.get(normal(code == null ? text : code.part(text)));
    if (value == null && unknown.isRejected()) {
      draft.add(name, Reason.NOT_IN_MAP, text, map);
      return null;
    }
    if (value == null) {
      value = unknown.value() == null ? text : unknown.value();
    }
    return value.isEmpty() ? null : value;
  }
}
