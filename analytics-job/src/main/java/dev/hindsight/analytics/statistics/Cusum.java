package dev.hindsight.analytics.statistics;

import java.util.OptionalInt;

/**
 * The upper cumulative sum of standardised values, C⁺ = max(0, C⁺ + z - k), which signals above h
 * (E. S. Page 1954, doi 10.1093/biomet/41.1-2.100). For a chart of one series; over thousands of
 * series it cries wolf, and {@link TrendAlarms} does not.
 *
 * @param allowance k, half the shift to be found, in standard deviations
 * @param limit h, in standard deviations
 */
record Cusum(double allowance, double limit) {
  /** The usual design, for a shift of one standard deviation. */
  static final Cusum USUAL = new Cusum(0.5, 5);

  /** The sum after each value. */
  double[] upper(double[] zScores) {
    double[] sums = new double[zScores.length];
    double sum = 0;
    for (int i = 0; i < zScores.length; i++) {
      sum = Math.max(0, sum + zScores[i] - allowance);
      sums[i] = sum;
    }
    return sums;
  }

  /** The index of the first value that signals, from 0. */
  OptionalInt firstSignal(double[] zScores) {
    double[] sums = upper(zScores);
    for (int i = 0; i < sums.length; i++) {
      if (sums[i] > limit) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }
}
