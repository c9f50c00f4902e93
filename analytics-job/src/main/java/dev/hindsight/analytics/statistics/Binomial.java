package dev.hindsight.analytics.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * The number of successes in independent trials; in doubles, because trials may exceed an {@code
 * int}.
 *
 * @param trials 0 or more
 * @param probability of each trial's success, 0 to 1
 */
record Binomial(long trials, double probability) {
  Binomial {
    if (trials < 0 || !(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "%d trials of probability %s are not binomial".formatted(trials, probability));
    }
  }

  /** P(X ≥ count): I(probability; count, trials - count + 1), the regularised incomplete beta. */
  double probabilityOfAtLeast(long count) {
    if (count <= 0) {
      return 1;
    }
    return count > trials ? 0 : orderStatistic(count).cumulativeProbability(probability);
  }

  /** P(X ≤ count). */
  double probabilityOfAtMost(long count) {
    if (count >= trials) {
      return 1;
    }
    return count < 0 ? 0 : orderStatistic(count + 1).survivalProbability(probability);
  }

  /** The count-th smallest of as many uniform numbers as there are trials. */
  private BetaDistribution orderStatistic(long count) {
    return BetaDistribution.of(count, trials - count + 1.0);
  }
}
