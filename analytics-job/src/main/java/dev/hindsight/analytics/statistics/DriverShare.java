package dev.hindsight.analytics.statistics;

import java.util.OptionalDouble;

/**
 * The events of one value of a dimension (a sku, a carrier) among all events of a flagged seller
 * and cause. The seller's total is taken as given: a driver has more than its share of it.
 *
 * @param observed events of the value, 0 to total observed
 * @param expected of the value, above 0 and up to total expected; a value without is not tested
 * @param totalObserved of the seller and cause
 * @param totalExpected of the seller and cause
 */
public record DriverShare(
    long observed, double expected, long totalObserved, double totalExpected) {
  public static final double Q_BELOW = 0.05;
  public static final long FEWEST_OBSERVED = 3;

  /** What sums of doubles in different orders may differ by. */
  private static final double ROUNDING = 1e-9;

  public DriverShare {
    boolean isPart = expected > 0 && expected <= totalExpected * (1 + ROUNDING);
    if (!isPart || observed < 0 || observed > totalObserved) {
      throw new IllegalArgumentException(
          "%d observed of %s expected is no part of %d of %s"
              .formatted(observed, expected, totalObserved, totalExpected));
    }
  }

  /** P(Bin(O, Eᵥ/E) ≥ Oᵥ). */
  public double pValue() {
    return new Binomial(totalObserved, Math.min(1, expected / totalExpected))
        .probabilityOfAtLeast(observed);
  }

  /** By its q-value in the family of all dimensions and values of the pair. */
  public boolean isDriver(double qValue) {
    return qValue < Q_BELOW && observed >= FEWEST_OBSERVED;
  }

  /**
   * What the value would have at the ratio of the seller's other values, Eᵥ (O - Oᵥ) / (E - Eᵥ);
   * absent where there is no other.
   */
  public OptionalDouble expectedAtOtherValues() {
    double others = totalExpected - expected;
    return others <= totalExpected * ROUNDING
        ? OptionalDouble.empty()
        : OptionalDouble.of(expected * (totalObserved - observed) / others);
  }
}
