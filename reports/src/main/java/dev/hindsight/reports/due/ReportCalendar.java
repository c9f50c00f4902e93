package dev.hindsight.reports.due;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/**
 * Report weeks and months. A week begins on the same weekday each time, a month with the first week
 * that begins in it. The date that counts is the morning after the as-of date, when the report is
 * read.
 *
 * @param weekday on which a week begins
 */
public record ReportCalendar(DayOfWeek weekday) {
  /** Weeks from Monday. */
  public static final ReportCalendar DEFAULT = new ReportCalendar(DayOfWeek.MONDAY);

  /** First day of the report week. */
  LocalDate weekStart(LocalDate asOfDate) {
    return asOfDate.plusDays(1).with(TemporalAdjusters.previousOrSame(weekday));
  }

  /** First day of the report month: its first week's. */
  LocalDate monthStart(LocalDate asOfDate) {
    return month(asOfDate).atDay(1).with(TemporalAdjusters.nextOrSame(weekday));
  }

  private YearMonth month(LocalDate asOfDate) {
    return YearMonth.from(weekStart(asOfDate));
  }

  String weekName(LocalDate asOfDate) {
    return "week " + weekStart(asOfDate);
  }

  String monthName(LocalDate asOfDate) {
    return "month " + month(asOfDate);
  }

  /** An alarm does not wait: each date is a period of its own. */
  String alarmName(LocalDate asOfDate) {
    return "alarm " + asOfDate;
  }

  /** Whether a report as of one date was read in the other's week, or in the last days before. */
  boolean isWeekServed(LocalDate sent, LocalDate asOfDate) {
    return !sent.plusDays(1).isBefore(weekStart(asOfDate).minusDays(3));
  }

  /** Whether a report as of one date was read in the other's month, or in the two weeks before. */
  boolean isMonthServed(LocalDate sent, LocalDate asOfDate) {
    return !sent.plusDays(1).isBefore(monthStart(asOfDate).minusDays(14));
  }
}
