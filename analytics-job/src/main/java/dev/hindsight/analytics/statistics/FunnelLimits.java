package dev.hindsight.analytics.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The limits of a funnel plot of observed / expected around 1 (D. J. Spiegelhalter 2005, doi
 * 10.1002/sim.1970; as FunnelPlotR draws them).
 */
public final class FunnelLimits {
  private FunnelLimits() {}

  /**
   * The exact Poisson limits: χ² quantiles of 2E and 2E + 2 degrees of freedom, halved, over E.
   *
   * @param expected above 0
   */
  public static Interval exact(double expected, double confidence) {
    requireExpected(expected);
    return EventCount.exact(expected, confidence).dividedBy(expected);
  }

  /**
   * The limits with overdispersion, on the square-root scale: (1 ± z √(1/(4E) + τ²))², the lower
   * one at least 0.
   *
   * @param expected above 0
   */
  public static Interval overdispersed(double expected, double tauSquared, double confidence) {
    requireExpected(expected);
    double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - confidence) / 2);
    double reach = z * Math.sqrt(1 / (4 * expected) + tauSquared);
    double low = Math.max(0, 1 - reach);
    return new Interval(low * low, (1 + reach) * (1 + reach));
  }

  private static void requireExpected(double expected) {
    if (!(expected > 0 && expected < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "%s is no expected count; it is above 0".formatted(expected));
    }
  }
}
