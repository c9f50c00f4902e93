package dev.hindsight.analytics.time;

import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import org.apache.spark.sql.Column;

/** Consecutive dates, both ends included. */
public record Window(LocalDate firstDate, LocalDate lastDate) {
  public Window {
    if (lastDate.isBefore(firstDate)) {
      throw new IllegalArgumentException(
          "A window cannot end on %s before it starts on %s".formatted(lastDate, firstDate));
    }
  }

  /** The window of that many dates that ends with the date. */
  public static Window endingOn(LocalDate lastDate, int days) {
    return new Window(lastDate.minusDays(days - 1L), lastDate);
  }

  /** The window of the same length that ends on the day before this one starts. */
  public Window previous() {
    int days = Math.toIntExact(lastDate.toEpochDay() - firstDate.toEpochDay() + 1);
    return endingOn(firstDate.minusDays(1), days);
  }

  /** The window of the same length that ended so many days before. */
  public Window daysAgo(int days) {
    return new Window(firstDate.minusDays(days), lastDate.minusDays(days));
  }

  /** Whether a date column lies in it. */
  public Column contains(Column date) {
    return date.between(lit(firstDate), lit(lastDate));
  }
}
