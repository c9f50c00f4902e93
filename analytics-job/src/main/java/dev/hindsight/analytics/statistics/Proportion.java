package dev.hindsight.analytics.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A share of a whole.
 *
 * @param part 0 to whole
 * @param whole above 0
 */
public record Proportion(long part, long whole) {
  public Proportion {
    if (whole <= 0 || part < 0 || part > whole) {
      throw new IllegalArgumentException("%d of %d is no share".formatted(part, whole));
    }
  }

  public double value() {
    return (double) part / whole;
  }

  /**
   * Wilson's interval (E. B. Wilson 1927, doi 10.2307/2276774): (2x + z² ± z √(z² + 4x(1 - x/n))) /
   * (2(n + z²)). It never leaves 0 to 1. Commons Statistics has it too, for wholes up to an {@code
   * int}.
   */
  public Interval wilson(double confidence) {
    double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - confidence) / 2);
    double x = part;
    double middle = 2 * x + z * z;
    double reach = z * Math.sqrt(z * z + 4 * x * (1 - value()));
    double twice = 2 * (whole + z * z);
    // At both ends of the scale the formula gives the end itself, give or take its rounding.
    return new Interval(
        part == 0 ? 0 : (middle - reach) / twice, part == whole ? 1 : (middle + reach) / twice);
  }

  /**
   * The exact interval, from beta quantiles (C. J. Clopper and E. S. Pearson 1934, doi
   * 10.1093/biomet/26.4.404); it never leaves 0 to 1.
   */
  public Interval exact(double confidence) {
    double tail = (1 - confidence) / 2;
    double x = part;
    double others = whole - part;
    double low =
        part == 0 ? 0 : BetaDistribution.of(x, others + 1).inverseCumulativeProbability(tail);
    double high =
        part == whole ? 1 : BetaDistribution.of(x + 1, others).inverseSurvivalProbability(tail);
    return new Interval(low, high);
  }
}
