package dev.hindsight.analytics.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * Weeks of a series that are far above what is usual for it. A week alarms when its count is too
 * high by the exact tail of {@link NegativeBinomial}, or when the count of it and of the week
 * before is; a week that has alarmed is not counted a second time with the next.
 *
 * <p>Both tails together have a fixed probability in a week without a change, whatever is expected,
 * so false alarms are rare by construction: over 3,000 series and a quarter of 13 weeks fewer than
 * 0.355 are expected, which leaves more than one in fewer than 5 % of quarters. Three times the
 * usual is found within two weeks with probability 0.99 where 10 are expected a week and nothing
 * but chance scatters the weeks, with 0.91 or more up to a spread of 0.015, and with 0.94 where the
 * usual was learnt from eight such weeks ({@link Baseline}). A CUSUM with k 0.5, h 5 cries wolf
 * several times a week.
 *
 * @param spread relative variance of a week's count beyond chance: how ordinary weeks differ, and
 *     how unsure the expected count is; 0 or more
 */
public record TrendAlarms(double spread) {
  static final int SERIES = 3_000;
  static final int WEEKS_OF_A_QUARTER = 13;

  /** The mean of a Poisson count that is above 1 with probability 0.05. */
  static final double FALSE_ALARMS = 0.355;

  static final double TAIL = FALSE_ALARMS / (SERIES * WEEKS_OF_A_QUARTER);

  /** Fewer events are never an alarm, however few were expected. */
  public static final long FEWEST_OBSERVED = 5;

  /** One week alone is the weaker sign: it gets a quarter of the tail. */
  static final double WEEK_TAIL = TAIL / 4;

  static final double PAIR_TAIL = TAIL - WEEK_TAIL;
  private static final WeekCount NO_WEEK = new WeekCount(0, 0);

  public TrendAlarms {
    if (!(spread >= 0 && spread < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("%s is no spread; it is 0 or more".formatted(spread));
    }
  }

  /**
   * For each week whether it alarms.
   *
   * @param weeks of one series, consecutive and ascending
   */
  public List<Boolean> of(List<WeekCount> weeks) {
    List<Boolean> alarms = new ArrayList<>();
    WeekCount before = NO_WEEK;
    for (WeekCount week : weeks) {
      boolean isAlarm = isAlarm(before, week);
      alarms.add(isAlarm);
      before = isAlarm ? NO_WEEK : week;
    }
    return alarms;
  }

  /**
   * Whether a week alarms.
   *
   * @param before the week before it; with 0 expected where that one has alarmed
   */
  boolean isAlarm(WeekCount before, WeekCount week) {
    return isBeyond(week, WEEK_TAIL) || (before.expected() > 0 && isPairBeyond(before, week));
  }

  /**
   * P(at least as many) where nothing changed.
   *
   * @param count of a week or two, with more than 0 expected
   */
  double pValue(WeekCount count) {
    return new NegativeBinomial(count.expected(), spread).probabilityOfAtLeast(count.observed());
  }

  private boolean isPairBeyond(WeekCount before, WeekCount week) {
    return week.expected() > 0 && isBeyond(before.plus(week), PAIR_TAIL);
  }

  private boolean isBeyond(WeekCount count, double tail) {
    return count.expected() > 0
        && count.observed() >= Math.max(FEWEST_OBSERVED, count.expected())
        && pValue(count) < tail;
  }
}
