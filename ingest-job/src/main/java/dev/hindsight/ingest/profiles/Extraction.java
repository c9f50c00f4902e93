package dev.hindsight.ingest.profiles;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes the part of a text that a pattern's first group finds; the whole where it finds none. */
record Extraction(Pattern pattern) implements Conversion {
  @Override
  public @Nullable String convert(String text, RowDraft draft, SourceName name) {
    return part(text);
  }

  String part(String text) {
    Matcher matcher = pattern.matcher(text);
    String found = matcher.find() ? matcher.group(1) : null;
    return found == null ? text : found;
  }
}
