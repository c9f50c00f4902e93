package dev.hindsight.analytics.statistics;

/** Quantiles of a sample by linear interpolation (R's type 7; Hyndman and Fan 1996). */
final class SampleQuantile {
  private SampleQuantile() {}

  /**
   * @param ascending at least one value
   * @param share 0 to 1
   */
  static double of(double[] ascending, double share) {
    double place = share * (ascending.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, ascending.length - 1);
    return ascending[below] + (place - below) * (ascending[above] - ascending[below]);
  }
}
