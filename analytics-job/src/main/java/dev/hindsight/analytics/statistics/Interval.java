package dev.hindsight.analytics.statistics;

/**
 * An interval, both ends included and finite.
 *
 * @param low at most high
 */
public record Interval(double low, double high) {
  public Interval {
    if (!(low <= high && Double.isFinite(low) && Double.isFinite(high))) {
      throw new IllegalArgumentException("%s to %s is no interval".formatted(low, high));
    }
  }

  /** Both ends divided by a positive number. */
  public Interval dividedBy(double divisor) {
    return new Interval(low / divisor, high / divisor);
  }
}
