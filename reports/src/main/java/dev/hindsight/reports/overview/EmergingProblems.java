package dev.hindsight.reports.overview;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has become far more than usual in the latest weeks.
 *
 * @param lastWeek Monday of the latest complete week; absent where no week is known
 * @param alarms the latest one of each series, most excess first; at most so many
 * @param alarmCount series with an alarm in these weeks
 * @param series the weeks of the first of them
 * @param seriesCount series that are watched
 */
public record EmergingProblems(
    @Nullable LocalDate lastWeek,
    List<Alarmed> alarms,
    long alarmCount,
    List<Series> series,
    long seriesCount) {

  public EmergingProblems {
    alarms = List.copyOf(alarms);
    series = List.copyOf(series);
  }

  /**
   * A week that stands out.
   *
   * @param whose the marketplace, a category or a seller
   */
  public record Alarmed(
      String whose, String cause, LocalDate week, long observed, @Nullable Double expected) {}

  /** The latest weeks of a series that has an alarm. */
  public record Series(String whose, String cause, List<Week> weeks) {
    public Series {
      weeks = List.copyOf(weeks);
    }
  }

  /** A week of a series. */
  public record Week(LocalDate start, long observed, @Nullable Double expected, boolean hasAlarm) {}
}
