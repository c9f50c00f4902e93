package dev.hindsight.analytics.statistics;

/** An interval, both ends included. */
public record Interval(double low, double high) {

  /** Both ends divided by a positive number. */
  public Interval dividedBy(double divisor) {
    return new Interval(low / divisor, high / divisor);
  }
}
