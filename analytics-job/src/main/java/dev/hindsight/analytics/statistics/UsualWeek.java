package dev.hindsight.analytics.statistics;

import java.util.List;

/**
 * What is usual for a week of a series, learnt from earlier weeks of it: how many events to expect
 * ({@link Baseline}), and how far weeks in which nothing happened are from that.
 *
 * @param events of the earlier weeks
 * @param weeks how many
 * @param scatter relative variance of ordinary weeks beyond chance, at least {@link #SCATTER}
 */
public record UsualWeek(long events, int weeks, double scatter) {
  /** Ordinary weeks differ by a tenth: holidays, weather, campaigns. */
  static final double SCATTER = 0.01;

  /** How far series differ in it; the square is the variance of a prior around it. */
  private static final double SCATTER_DEVIATION = 0.01;

  /** What so many weeks say; at least two. */
  static UsualWeek of(List<Long> past) {
    long events = past.stream().mapToLong(Long::longValue).sum();
    return new UsualWeek(events, past.size(), scatter(past, events));
  }

  /** The events to expect of a week, or of a share of it. */
  public double expected(double share) {
    return baseline().expected(share);
  }

  /** Relative variance of a week's count beyond chance, as {@link TrendAlarms} takes it. */
  public double spread() {
    return baseline().spread() + scatter;
  }

  /**
   * The variance of the past beyond chance, drawn towards {@link #SCATTER} the more the less the
   * past says about it: a few dozen events say nothing, thousands say nearly all.
   */
  private static double scatter(List<Long> past, long events) {
    int n = past.size();
    double mean = (double) events / n;
    double usual = (events + 1.0) / n;
    double squares = past.stream().mapToDouble(count -> Math.pow(count - mean, 2)).sum();
    double measured = (squares / (n - 1) - mean) / (usual * usual);
    double measuredVariance = 2.0 / (n - 1) * Math.pow(1 / usual + SCATTER, 2);
    double priorVariance = SCATTER_DEVIATION * SCATTER_DEVIATION;
    double weight = priorVariance / (priorVariance + measuredVariance);
    return SCATTER + weight * Math.max(0, measured - SCATTER);
  }

  private Baseline baseline() {
    return new Baseline(events, weeks);
  }
}
