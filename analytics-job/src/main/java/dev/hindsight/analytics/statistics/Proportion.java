package dev.hindsight.analytics.statistics;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

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

  /** Wilson's interval (E. B. Wilson 1927, doi 10.2307/2276774); it never leaves 0 to 1. */
  public Interval wilson(double confidence) {
    var interval =
        BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(
            Math.toIntExact(whole), Math.toIntExact(part), 1 - confidence);
    // At both ends of the scale the formula gives the end itself, give or take its rounding.
    return new Interval(
        part == 0 ? 0 : interval.getLowerBound(), part == whole ? 1 : interval.getUpperBound());
  }
}
