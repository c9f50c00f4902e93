package dev.hindsight.analytics.trends;

import static org.apache.spark.sql.functions.date_diff;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.lit;

import dev.hindsight.analytics.time.ReportingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/** The weeks up to the one of a date, told apart by how many weeks ago they were. */
record Weeks(LocalDate lastDate) {
  private static final int DAYS = 7;

  /** How many weeks before the last one a date was; 0 in the last. */
  Column agoOf(Column date) {
    return date_diff(lit(lastMonday()), ReportingCalendar.weekOf(date))
        .divide(lit(DAYS))
        .cast(DataTypes.IntegerType);
  }

  /** Monday of the week so many weeks ago. */
  Column mondayOf(Column ago) {
    return date_sub(lit(lastMonday()), ago.multiply(lit(DAYS)));
  }

  /** Whether the week so many weeks ago has ended. */
  Column isComplete(Column ago) {
    return ago.gt(lit(0)).or(lit(lastShare() == 1));
  }

  /** How much of the last week has passed by the end of the date. */
  double lastShare() {
    return lastDate.getDayOfWeek().getValue() / (double) DAYS;
  }

  private LocalDate lastMonday() {
    return lastDate.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}
