package dev.hindsight.analytics.statistics;

/**
 * How a seller compares with ordinary ones in what it is accountable for. 2.5 % of average sellers
 * are {@code HIGH} by construction: only a q-value may be worded "more than similar sellers".
 */
public enum Rating {
  LOW,
  AVERAGE,
  HIGH,
  VERY_HIGH,
  INSUFFICIENT_DATA;

  private static final double VERY_HIGH_TAIL = 0.001;
  private static final double TAIL = 0.025;
  private static final double LEAST_EXPECTED = 1;
  private static final long FEWEST_OBSERVED = 3;

  /**
   * By the exact tails of {@link NegativeBinomial}.
   *
   * @param observed 0 or more
   * @param expected 0 or more; with 0 there is nothing to compare with
   * @param spread of the totals
   */
  public static Rating of(long observed, double expected, double spread) {
    if (expected == 0 || (expected < LEAST_EXPECTED && observed < FEWEST_OBSERVED)) {
      return INSUFFICIENT_DATA;
    }
    NegativeBinomial ordinary = new NegativeBinomial(expected, spread);
    double high = ordinary.probabilityOfAtLeast(observed);
    if (high < TAIL) {
      return high < VERY_HIGH_TAIL ? VERY_HIGH : HIGH;
    }
    return ordinary.probabilityOfAtMost(observed) < TAIL ? LOW : AVERAGE;
  }
}
