package dev.hindsight.ingest.rows;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/** The UTC dates that can be true, the first and the last included. */
public final class DateRange {
  private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
  private static final int YEARS_AHEAD = 10;

  private final LocalDate first;
  private final LocalDate last;
  private final long firstMicros;
  private final long endMicros;

  private DateRange(LocalDate first, LocalDate last) {
    this.first = first;
    this.last = last;
    firstMicros = TimeUnit.DAYS.toMicros(first.toEpochDay());
    endMicros = TimeUnit.DAYS.toMicros(last.toEpochDay() + 1);
  }

  /** Of what has happened by the date. */
  public static DateRange until(LocalDate last) {
    return new DateRange(FIRST, last);
  }

  /** Of what is promised or planned. */
  public DateRange ahead() {
    return new DateRange(first, last.plusYears(YEARS_AHEAD));
  }

  boolean contains(LocalDate date) {
    return !date.isBefore(first) && !date.isAfter(last);
  }

  boolean contains(Instant instant) {
    // Compared as instants: the first and last that Java knows have no date in UTC.
    return !instant.isBefore(first.atStartOfDay(ZoneOffset.UTC).toInstant())
        && instant.isBefore(last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /** Whether it contains so many microseconds since 1970. */
  boolean contains(long micros) {
    return micros >= firstMicros && micros < endMicros;
  }

  @Override
  public String toString() {
    return first + " to " + last;
  }
}
