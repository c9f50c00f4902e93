package dev.hindsight.ingest.profiles;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Changes of a text that cannot fail. */
enum TextChange implements Conversion {
  UPPER_CASE {
    @Override
    public String convert(String text, RowDraft draft, SourceName name) {
      return text.toUpperCase(Locale.ROOT);
    }
  },
  /**
   * A hash instead of what names a person, whatever its case. It tells persons apart and does not
   * name them; who knows an address can still compute its hash.
   */
  PSEUDONYM {
    @Override
    public String convert(String text, RowDraft draft, SourceName name) {
      return "p-" + new ShortHash().add(text.toLowerCase(Locale.ROOT)).digits();
    }
  };

  @Override
  public abstract @Nullable String convert(String text, RowDraft draft, SourceName name);
}
