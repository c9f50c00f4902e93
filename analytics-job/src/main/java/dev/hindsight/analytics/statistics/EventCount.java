package dev.hindsight.analytics.statistics;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A number of rare, independent events.
 *
 * @param events 0 or more
 */
public record EventCount(long events) {
  /** Below it Byar's approximation is too coarse (at 1 event its 99.8 % bound is negative). */
  private static final long FEWEST_FOR_BYAR = 10;

  public EventCount {
    if (events < 0) {
      throw new IllegalArgumentException("%d is no count of events".formatted(events));
    }
  }

  /**
   * The interval of the mean: exact below 10 events, Byar's from 10, as PHEindicatormethods does.
   */
  public Interval interval(double confidence) {
    return events < FEWEST_FOR_BYAR ? exact(confidence) : byar(confidence);
  }

  /** Exact, from chi-squared quantiles (F. Garwood 1936, doi 10.2307/2333958). */
  Interval exact(double confidence) {
    return exact(events, confidence);
  }

  /** The same of a count that need not be whole, as the limits of a funnel plot have it. */
  static Interval exact(double events, double confidence) {
    double tail = (1 - confidence) / 2;
    double low =
        events == 0
            ? 0
            : ChiSquaredDistribution.of(2 * events).inverseCumulativeProbability(tail) / 2;
    double high = ChiSquaredDistribution.of(2 * events + 2).inverseSurvivalProbability(tail) / 2;
    return new Interval(low, high);
  }

  /**
   * Byar's approximation (Breslow and Day 1987, Statistical Methods in Cancer Research II, p. 69).
   */
  Interval byar(double confidence) {
    double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - confidence) / 2);
    double o = events;
    double low = o * Math.pow(1 - 1 / (9 * o) - z / (3 * Math.sqrt(o)), 3);
    double high = (o + 1) * Math.pow(1 - 1 / (9 * (o + 1)) + z / (3 * Math.sqrt(o + 1)), 3);
    return new Interval(low, high);
  }
}
