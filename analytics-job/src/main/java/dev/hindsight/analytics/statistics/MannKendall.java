package dev.hindsight.analytics.statistics;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Whether a series rises or falls, without assuming a shape: the number of rising pairs less that
 * of falling ones (H. B. Mann 1945, doi 10.2307/1907187; M. G. Kendall 1975), with the variance
 * corrected for ties.
 *
 * @param score S, rising pairs less falling ones
 * @param variance of S where there is no trend
 * @param slope the median slope of all pairs, per step of the series (P. K. Sen 1968, doi
 *     10.1080/01621459.1968.10480934)
 */
record MannKendall(long score, double variance, double slope) {

  /**
   * @param values finite, at equal distances in time, at least two
   */
  static MannKendall of(double[] values) {
    int n = values.length;
    if (n < 2 || !Arrays.stream(values).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("%s has no trend".formatted(Arrays.toString(values)));
    }
    long score = 0;
    double[] slopes = new double[n * (n - 1) / 2];
    int pair = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        score += (long) Math.signum(values[j] - values[i]);
        slopes[pair++] = (values[j] - values[i]) / (j - i);
      }
    }
    Arrays.sort(slopes);
    return new MannKendall(score, variance(values), SampleQuantile.of(slopes, 0.5));
  }

  /** S, one step nearer to 0, over its standard deviation; 0 where all values are equal. */
  double zScore() {
    return score == 0 ? 0 : (score - Math.signum(score)) / Math.sqrt(variance);
  }

  /** Two-sided, by the normal approximation. */
  double pValue() {
    return Math.min(1, 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(zScore())));
  }

  /** (n(n-1)(2n+5) - Σ t(t-1)(2t+5)) / 18 over groups of t equal values. */
  private static double variance(double[] values) {
    Map<Double, Long> ties =
        Arrays.stream(values)
            .boxed()
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    double tied = ties.values().stream().mapToDouble(MannKendall::pairs).sum();
    return (pairs(values.length) - tied) / 18;
  }

  private static double pairs(long count) {
    return (double) count * (count - 1) * (2 * count + 5);
  }
}
