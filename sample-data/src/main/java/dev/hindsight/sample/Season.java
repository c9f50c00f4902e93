package dev.hindsight.sample;

import java.time.LocalDate;
import java.time.temporal.IsoFields;

/** The time of year: how much is ordered, and how much the parcels suffer for it. */
final class Season {
  private static final double[] WEEKDAYS = {1.06, 0.98, 0.95, 0.94, 0.92, 1.02, 1.13};

  private Season() {}

  /** Orders of a day relative to an ordinary one. */
  static double demand(LocalDate day) {
    return WEEKDAYS[day.getDayOfWeek().getValue() - 1]
        * (beforeHolidays(day) ? 1.6 : wave(day, 0.12));
  }

  /** Disputes per order relative to an ordinary week; the same for all days of an ISO week. */
  static double rateFactor(LocalDate day, Cause cause) {
    if (cause.topic() != Cause.Topic.DELIVERY) {
      return 1;
    }
    return beforeHolidays(day) ? 1.5 : wave(day, 0.15);
  }

  private static boolean beforeHolidays(LocalDate day) {
    return week(day) >= 47 && week(day) <= 51;
  }

  /** Highest at the turn of the year. */
  private static double wave(LocalDate day, double height) {
    return 1 + height * StrictMath.cos(2 * StrictMath.PI * week(day) / 52);
  }

  private static int week(LocalDate day) {
    return day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
  }
}
