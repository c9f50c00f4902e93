package dev.hindsight.analytics.statistics;

/**
 * The counts that ordinary sellers have: at least that share of those with the expectation lie
 * within, by the negative binomial distribution that also gives the p-values.
 */
public record UsualRange(long low, long high) {

  /** The range between the two equal tails. */
  public static UsualRange of(NegativeBinomial counts, double confidence) {
    double tail = (1 - confidence) / 2;
    long high = firstBeyond(counts, tail);
    return new UsualRange(firstCommon(counts, tail, high), high);
  }

  /** The least count with P(X > count) of the tail at most. */
  private static long firstBeyond(NegativeBinomial counts, double tail) {
    long tooFew = -1;
    long enough = 1 + (long) counts.mean();
    while (counts.probabilityOfAtLeast(enough + 1) > tail) {
      tooFew = enough;
      enough *= 2;
    }
    while (enough - tooFew > 1) {
      long middle = (tooFew + enough) / 2;
      if (counts.probabilityOfAtLeast(middle + 1) > tail) {
        tooFew = middle;
      } else {
        enough = middle;
      }
    }
    return enough;
  }

  /** The least count with P(X <= count) above the tail. */
  private static long firstCommon(NegativeBinomial counts, double tail, long high) {
    long rare = -1;
    long common = high;
    while (common - rare > 1) {
      long middle = (rare + common) / 2;
      if (counts.probabilityOfAtMost(middle) > tail) {
        common = middle;
      } else {
        rare = middle;
      }
    }
    return common;
  }
}
