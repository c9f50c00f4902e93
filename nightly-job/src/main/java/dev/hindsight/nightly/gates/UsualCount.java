package dev.hindsight.nightly.gates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * What a day's count usually is: a negative binomial distribution whose variance is a multiple of
 * its mean (DECISIONS.md).
 *
 * @param mean above 0
 * @param factor variance / mean, above 1
 */
record UsualCount(double mean, double factor) {
  /** Weeks that the usual is learnt from. */
  static final int MOST_WEEKS = 8;

  /** Under them nothing is usual yet. */
  static final int FEWEST_WEEKS = 4;

  /** Standard deviations in a median absolute deviation of normal values. */
  private static final double OF_NORMAL = 1.4826;

  /**
   * Learns from past weeks.
   *
   * @param weekdays counts of the same weekday; the lowest and the highest are left out
   * @param others counts of the other weekdays, each weekday a list; they tell only how much days
   *     differ
   */
  static UsualCount of(List<Long> weekdays, List<List<Long>> others) {
    int kept = weekdays.size() - 2;
    double mean = trimmedMean(weekdays);
    return new UsualCount(mean, dispersion(weekdays, others) * (1 + 1.0 / kept));
  }

  /** The half keeps weekdays without anything from making one order impossible. */
  private static double trimmedMean(List<Long> counts) {
    long[] sorted = counts.stream().mapToLong(Long::longValue).sorted().toArray();
    return (Arrays.stream(sorted, 1, sorted.length - 1).sum() + 0.5) / (sorted.length - 2);
  }

  /**
   * Variance / mean of ordinary days, at least chance's 1: of a count that varies by chance alone
   * twice the square root has variance 1, whatever its mean. By the median, so that a sale or a
   * holiday among the past days changes little.
   */
  private static double dispersion(List<Long> weekdays, List<List<Long>> others) {
    List<Double> deviations = new ArrayList<>();
    Stream.concat(Stream.of(weekdays), others.stream())
        .filter(counts -> counts.size() >= FEWEST_WEEKS)
        .forEach(
            counts -> {
              double middle = Math.sqrt(trimmedMean(counts));
              counts.forEach(count -> deviations.add(2 * Math.abs(Math.sqrt(count) - middle)));
            });
    double deviation = OF_NORMAL * median(deviations);
    double weeks = weekdays.size();
    return Math.max(1, deviation * deviation * weeks / (weeks - 1));
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** P(X ≤ count). */
  double probabilityOfAtMost(long count) {
    return RegularizedBeta.value(1 / factor, size(), count + 1.0);
  }

  /** P(X ≥ count). */
  double probabilityOfAtLeast(long count) {
    return count <= 0 ? 1 : RegularizedBeta.complement(1 / factor, size(), count);
  }

  private double size() {
    return mean / (factor - 1);
  }
}
