package dev.hindsight.analytics.statistics;

import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * The counts that chance alone gives: at least that share of sellers with the expectation lie
 * within, by the Poisson distribution.
 */
public record UsualRange(long low, long high) {

  /**
   * The range between the two equal tails.
   *
   * @param expected above 0
   */
  public static UsualRange of(double expected, double confidence) {
    PoissonDistribution counts = PoissonDistribution.of(expected);
    double tail = (1 - confidence) / 2;
    return new UsualRange(
        counts.inverseCumulativeProbability(tail), counts.inverseSurvivalProbability(tail));
  }
}
