package dev.hindsight.analytics.statistics;

import dev.hindsight.datasets.marts.Rating;

/** Rates sellers by what ordinary ones have. */
public final class Ratings {
  private static final double VERY_HIGH_TAIL = 0.001;
  private static final double TAIL = 0.025;
  private static final double LEAST_EXPECTED = 1;
  private static final long FEWEST_OBSERVED = 3;

  private Ratings() {}

  /**
   * By the exact tails of {@link NegativeBinomial}.
   *
   * @param observed 0 or more
   * @param expected 0 or more; with 0 there is nothing to compare with
   * @param spread of the totals
   */
  public static Rating of(long observed, double expected, double spread) {
    if (expected == 0 || (expected < LEAST_EXPECTED && observed < FEWEST_OBSERVED)) {
      return Rating.INSUFFICIENT_DATA;
    }
    NegativeBinomial ordinary = new NegativeBinomial(expected, spread);
    double high = ordinary.probabilityOfAtLeast(observed);
    if (high < TAIL) {
      return high < VERY_HIGH_TAIL ? Rating.VERY_HIGH : Rating.HIGH;
    }
    return ordinary.probabilityOfAtMost(observed) < TAIL ? Rating.LOW : Rating.AVERAGE;
  }
}
