package dev.hindsight.analytics.statistics;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A seller's true ratio by gamma-Poisson empirical Bayes: gamma distributed with shape α + O and
 * rate α + E, where 1/α is the variance of true ratios (D. G. Clayton and J. Kaldor 1987, doi
 * 10.2307/2532003). Written with the variance, so that none of it, which is complete shrinkage to
 * 1, needs no infinite α.
 *
 * @param variance of true ratios among sellers, 0 or more
 * @param observed 0 or more
 * @param expected 0 or more; with 0 the prior is all that is known
 */
public record ShrunkenRatio(double variance, long observed, double expected) {
  /** From it the gamma distribution is normal to ten digits, and its quantiles do not converge. */
  private static final double NORMAL_SHAPE = 1e10;

  public ShrunkenRatio {
    if (!(variance >= 0 && expected >= 0 && Double.isFinite(variance) && Double.isFinite(expected))
        || observed < 0) {
      throw new IllegalArgumentException(
          "%d observed of %s expected with variance %s is no shrunken ratio"
              .formatted(observed, expected, variance));
    }
  }

  /** The posterior mean, (α + O) / (α + E): between 1 and O / E. */
  public double value() {
    return (1 + variance * observed) / (1 + variance * expected);
  }

  /** The posterior's equal-tailed interval. */
  public Interval interval(double confidence) {
    if (isPoint()) {
      return new Interval(value(), value());
    }
    double tail = (1 - confidence) / 2;
    return new Interval(
        posterior().inverseCumulativeProbability(tail),
        posterior().inverseSurvivalProbability(tail));
  }

  /**
   * The probability that the true ratio is above a bound. For a bound on a rate: the bound times
   * transactions / expected.
   */
  public double probabilityAbove(double bound) {
    if (isPoint()) {
      return value() > bound ? 1 : 0;
    }
    return posterior().survivalProbability(bound);
  }

  /**
   * The events above the expected ones that would not happen at the ordinary ratio: (value - 1) E;
   * below 0 for a seller who is better. Never the raw excess, which falls by itself.
   */
  public double avoidable() {
    return (value() - 1) * expected;
  }

  /** The interval of {@link #avoidable()}, from the posterior's. */
  public Interval avoidableInterval(double confidence) {
    Interval ratio = interval(confidence);
    return new Interval((ratio.low() - 1) * expected, (ratio.high() - 1) * expected);
  }

  /** Without variance, or with so little that its inverse is infinite. */
  private boolean isPoint() {
    return variance < Double.MIN_NORMAL;
  }

  private ContinuousDistribution posterior() {
    double shape = 1 / variance + observed;
    return shape < NORMAL_SHAPE
        ? GammaDistribution.of(shape, variance / (1 + variance * expected))
        : NormalDistribution.of(value(), value() / Math.sqrt(shape));
  }
}
