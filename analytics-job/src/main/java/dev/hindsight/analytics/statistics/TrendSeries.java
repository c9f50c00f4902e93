package dev.hindsight.analytics.statistics;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The weekly counts of one series, judged week by week by its own past: up to 26 weeks that end two
 * weeks before, so that both weeks of a pair are compared with weeks before the pair. The first
 * week of a series is nobody's past: it began on whichever day the series did. Weeks that alarmed
 * belong to the past like all others: a level that stays becomes the usual.
 *
 * @param counts of consecutive weeks, ascending, weeks without events included
 * @param lastShare how much of the last week has passed, above 0; less than 1 is not judged
 */
public record TrendSeries(List<Long> counts, double lastShare) {
  static final int LONGEST_PAST = 26;

  /** With fewer, three times the usual of ten would be found less often than promised. */
  static final int SHORTEST_PAST = 13;

  private static final WeekCount NO_WEEK = new WeekCount(0, 0);

  public TrendSeries {
    counts = List.copyOf(counts);
    if (!(lastShare > 0 && lastShare <= 1)) {
      throw new IllegalArgumentException("%s is no share of a week".formatted(lastShare));
    }
  }

  /** One for each count. */
  public List<TrendWeek> weeks() {
    List<TrendWeek> weeks = new ArrayList<>();
    boolean hasAlarmed = false;
    for (int week = 0; week < counts.size(); week++) {
      TrendWeek judged = week(week, hasAlarmed);
      weeks.add(judged);
      hasAlarmed = judged.isAlarm();
    }
    return weeks;
  }

  private TrendWeek week(int week, boolean hasAlarmedBefore) {
    int from = Math.max(1, week - 1 - LONGEST_PAST);
    if (week - 1 - from < SHORTEST_PAST) {
      return new TrendWeek(null, null, null, null, false);
    }
    UsualWeek usual = UsualWeek.of(counts.subList(from, week - 1));
    double share = week == counts.size() - 1 ? lastShare : 1;
    if (share < 1) {
      return new TrendWeek(usual, usual.expected(share), null, null, false);
    }
    return judged(week, usual, hasAlarmedBefore);
  }

  private TrendWeek judged(int week, UsualWeek usual, boolean hasAlarmedBefore) {
    double expected = usual.expected(1);
    TrendAlarms rule = new TrendAlarms(usual.spread());
    WeekCount count = new WeekCount(counts.get(week), expected);
    WeekCount before = hasAlarmedBefore ? NO_WEEK : new WeekCount(counts.get(week - 1), expected);
    @Nullable Double twoWeekPValue =
        hasAlarmedBefore ? null : Double.valueOf(rule.pValue(before.plus(count)));
    return new TrendWeek(
        usual, expected, rule.pValue(count), twoWeekPValue, rule.isAlarm(before, count));
  }
}
