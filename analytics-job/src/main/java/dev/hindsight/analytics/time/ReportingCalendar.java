package dev.hindsight.analytics.time;

import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.trunc;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.apache.spark.sql.Column;

/** Turns instants into dates of the reporting time zone. The session's own zone is UTC. */
public record ReportingCalendar(ZoneId zone) {

  public Column dateOf(Column instant) {
    return to_date(from_utc_timestamp(instant, zone.getId()));
  }

  /** First of the month of a date. */
  public static Column monthOf(Column date) {
    return trunc(date, "month");
  }

  /** Monday of the week of a date. */
  public static Column weekOf(Column date) {
    return to_date(date_trunc("week", date));
  }

  /**
   * Whether an instant is anywhere near the dates: true of every instant of them, and of none two
   * days away. Files are skipped by it, which {@link #dateOf} hides the instants from.
   */
  public static Column isNear(Window window, Column instant) {
    Instant first = window.firstDate().minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant end = window.lastDate().plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant();
    return instant.geq(lit(first)).and(instant.lt(lit(end)));
  }

  /** The first instant that is no longer part of the date. */
  public Instant endOf(LocalDate date) {
    return date.plusDays(1).atStartOfDay(zone).toInstant();
  }
}
