package dev.hindsight.analytics.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * The count of events of an ordinary seller: Poisson around the expected count times the seller's
 * own ratio, which is gamma distributed with mean 1 and variance {@code spread}. Its variance is
 * mean + spread mean²; without spread it is the Poisson distribution. Both tails are exact, not
 * mid-p.
 *
 * @param mean the expected count, above 0
 * @param spread the variance of true ratios among ordinary sellers, 0 or more
 */
public record NegativeBinomial(double mean, double spread) {
  /** Below it no count of a marketplace tells the distribution from Poisson's. */
  private static final double NO_SPREAD = 1e-14;

  public NegativeBinomial {
    if (!(mean > 0 && mean < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("%s is no expected count; it is above 0".formatted(mean));
    }
    if (!(spread >= 0 && spread < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("%s is no spread; it is 0 or more".formatted(spread));
    }
  }

  /** Chance alone, without any difference among sellers. */
  public static NegativeBinomial poisson(double mean) {
    return new NegativeBinomial(mean, 0);
  }

  /** P(X ≥ count): the one-sided exact p-value of a count that is high. */
  public double probabilityOfAtLeast(long count) {
    if (count <= 0) {
      return 1;
    }
    return spread < NO_SPREAD
        ? GammaDistribution.of(count, 1).cumulativeProbability(mean)
        : BetaDistribution.of(count, 1 / spread).cumulativeProbability(weight());
  }

  /** P(X ≤ count): the one-sided exact p-value of a count that is low. */
  public double probabilityOfAtMost(long count) {
    if (count < 0) {
      return 0;
    }
    return spread < NO_SPREAD
        ? GammaDistribution.of(count + 1.0, 1).survivalProbability(mean)
        : BetaDistribution.of(count + 1.0, 1 / spread).survivalProbability(weight());
  }

  /** The share of the variance that is spread: spread mean / (1 + spread mean). */
  private double weight() {
    return spread * mean / (1 + spread * mean);
  }
}
