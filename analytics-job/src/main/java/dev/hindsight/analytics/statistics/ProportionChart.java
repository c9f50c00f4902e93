package dev.hindsight.analytics.statistics;

import java.util.Arrays;

/**
 * A p-chart: shares of equal samples around their mean p̄, with limits 3 √(p̄(1-p̄)/n) from it
 * (Montgomery, Introduction to Statistical Quality Control, ch. 7).
 *
 * @param mean of the shares, above 0 and below 1
 * @param sampleSize n
 */
record ProportionChart(double mean, long sampleSize) {
  private static final double DEVIATIONS = 3;

  ProportionChart {
    if (!(mean > 0 && mean < 1) || sampleSize <= 0) {
      throw new IllegalArgumentException(
          "Samples of %d with mean %s scatter by no chance".formatted(sampleSize, mean));
    }
  }

  static ProportionChart of(long[] counts, long sampleSize) {
    double sampled = (double) counts.length * sampleSize;
    return new ProportionChart(Arrays.stream(counts).sum() / sampled, sampleSize);
  }

  /** What a share in control stays within; never outside of 0 to 1. */
  Interval limits() {
    double reach = DEVIATIONS * standardDeviation();
    return new Interval(Math.max(0, mean - reach), Math.min(1, mean + reach));
  }

  /** How many standard deviations a sample's share is from the mean. */
  double zScore(long count) {
    return ((double) count / sampleSize - mean) / standardDeviation();
  }

  private double standardDeviation() {
    return Math.sqrt(mean * (1 - mean) / sampleSize);
  }
}
