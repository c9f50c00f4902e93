package dev.hindsight.analytics.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * A true rate by beta-binomial empirical Bayes: beta distributed with a + x and b + n - x.
 *
 * @param prior the distribution of true rates among sellers
 * @param share x of n, the seller's own
 */
public record ShrunkenRate(BetaBinomialFit prior, Proportion share) {

  /** The posterior mean (a + x) / (a + b + n): between the prior's mean and the share. */
  public double value() {
    return (prior.mean() + prior.dispersion() * share.part())
        / (1 + prior.dispersion() * share.whole());
  }

  /** The posterior's equal-tailed interval. */
  public Interval interval(double confidence) {
    if (prior.dispersion() == 0) {
      return new Interval(value(), value());
    }
    double tail = (1 - confidence) / 2;
    return new Interval(
        posterior().inverseCumulativeProbability(tail),
        posterior().inverseSurvivalProbability(tail));
  }

  /** The probability that the true rate is above a bound, 0 to 1. */
  public double probabilityAbove(double bound) {
    if (prior.dispersion() == 0) {
      return value() > bound ? 1 : 0;
    }
    return posterior().survivalProbability(bound);
  }

  private BetaDistribution posterior() {
    double a = prior.mean() / prior.dispersion();
    double b = (1 - prior.mean()) / prior.dispersion();
    return BetaDistribution.of(a + share.part(), b + share.whole() - share.part());
  }
}
