package dev.hindsight.analytics.statistics;

import java.util.Arrays;

/** A sample whose values beyond its own 10 % and 90 % quantiles were moved to these. */
final class Winsorised {
  static final double CLIPPED_SHARE = 0.1;

  private Winsorised() {}

  /** The mean square of the values around 0, clipped. */
  static double meanSquare(double[] values) {
    return meanSquare(sorted(values), 0);
  }

  /** The mean square of the values around their median, clipped. */
  static double meanSquareAroundMedian(double[] values) {
    double[] ascending = sorted(values);
    return meanSquare(ascending, SampleQuantile.of(ascending, 0.5));
  }

  private static double meanSquare(double[] ascending, double centre) {
    double low = SampleQuantile.of(ascending, CLIPPED_SHARE);
    double high = SampleQuantile.of(ascending, 1 - CLIPPED_SHARE);
    double sum = 0;
    for (double value : ascending) {
      double distance = Math.max(low, Math.min(high, value)) - centre;
      sum += distance * distance;
    }
    return sum / ascending.length;
  }

  private static double[] sorted(double[] values) {
    double[] ascending = values.clone();
    Arrays.sort(ascending);
    return ascending;
  }
}
