package dev.hindsight.analytics.statistics;

/** When a seller and cause are said to be worse than they should be. */
public final class Flag {
  public static final double Q_BELOW = 0.05;
  public static final long FEWEST_OBSERVED = 5;
  public static final double LEAST_RATIO = 1.25;

  private Flag() {}

  /** Beyond chance for so many tests, more than a handful, and by more than a trifle. */
  public static boolean isFlagged(StandardisedRatio ratio, double qValue) {
    return qValue < Q_BELOW && ratio.observed() >= FEWEST_OBSERVED && ratio.value() >= LEAST_RATIO;
  }

  /** Flagged tonight and, by what was known then, a week ago. */
  public static boolean isConfirmed(boolean isFlagged, boolean wasFlaggedAWeekAgo) {
    return isFlagged && wasFlaggedAWeekAgo;
  }
}
