package dev.hindsight.ingest.profiles;

import dev.hindsight.ingest.rows.Reason;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes an instant of a date with or without a time. A local time that a change of clocks skips is
 * moved forward; of one that comes twice the first is meant.
 *
 * @param zone of texts that do not say theirs
 * @param dayTime the time of texts that are dates alone
 */
record InstantReading(DatePatterns patterns, ZoneSource zone, LocalTime dayTime)
    implements Conversion {
  /** The last second of a day: when what is known by the day alone had happened at the latest. */
  static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

  @Override
  public Conversion bind(SourceColumns columns) {
    return new InstantReading(patterns, zone.bind(columns), dayTime);
  }

  @Override
  public @Nullable String convert(String text, RowDraft draft, SourceName name) {
    TemporalAccessor parsed = patterns.parse(text);
    if (parsed == null) {
      draft.add(name, Reason.NOT_IN_DATE_PATTERN, text, patterns.toString());
      return null;
    }
    ZoneId written = parsed.query(TemporalQueries.zone());
    ZoneId inForce = written == null ? zone.zone(draft) : written;
    return inForce == null ? null : instant(parsed, inForce);
  }

  private String instant(TemporalAccessor parsed, ZoneId inForce) {
    LocalDate date = Objects.requireNonNull(parsed.query(TemporalQueries.localDate()));
    LocalTime written = parsed.query(TemporalQueries.localTime());
    LocalTime time = written == null ? dayTime : written;
    return ZonedDateTime.of(date, time, inForce).toInstant().toString();
  }
}
