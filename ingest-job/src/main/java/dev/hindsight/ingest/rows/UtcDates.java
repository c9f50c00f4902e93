package dev.hindsight.ingest.rows;

import java.time.Instant;
import java.time.LocalDate;

/**
 * UTC dates of instants; rows of a log mostly have the date of the row before. Not safe for several
 * threads.
 */
public final class UtcDates {
  private static final int DAY_SECONDS = 86_400;

  private LocalDate last = LocalDate.EPOCH;

  public LocalDate of(Instant instant) {
    long day = Math.floorDiv(instant.getEpochSecond(), DAY_SECONDS);
    if (day != last.toEpochDay()) {
      last = LocalDate.ofEpochDay(day);
    }
    return last;
  }
}
