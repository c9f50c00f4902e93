package dev.hindsight.ingest.profiles;

import dev.hindsight.ingest.rows.Reason;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import org.jspecify.annotations.Nullable;

/** Makes a date; a time and a zone beside it do not change it. */
record DateReading(DatePatterns patterns) implements Conversion {
  @Override
  public @Nullable String convert(String text, RowDraft draft, SourceName name) {
    TemporalAccessor parsed = patterns.parse(text);
    if (parsed == null) {
      draft.add(name, Reason.NOT_IN_DATE_PATTERN, text, patterns.toString());
      return null;
    }
    return String.valueOf(parsed.query(TemporalQueries.localDate()));
  }
}
