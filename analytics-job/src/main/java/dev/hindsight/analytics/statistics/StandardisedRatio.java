package dev.hindsight.analytics.statistics;

import java.util.List;

/**
 * Observed against expected events, by indirect standardisation: expected is what the same
 * exposure, stratum by stratum, would have had at the reference's rates (Breslow and Day 1987,
 * Statistical Methods in Cancer Research II, ch. 2.3).
 *
 * @param observed 0 or more
 * @param expected above 0; taken as known
 */
public record StandardisedRatio(long observed, double expected) {
  public StandardisedRatio {
    if (observed < 0 || !(expected > 0 && expected < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "%d observed of %s expected is no ratio".formatted(observed, expected));
    }
  }

  /** A seller's (or a hospital's) events against the strata that it works in. */
  public static StandardisedRatio of(long observed, List<ReferenceStratum> strata) {
    return new StandardisedRatio(
        observed, strata.stream().mapToDouble(ReferenceStratum::expected).sum());
  }

  public double value() {
    return observed / expected;
  }

  /**
   * The interval of the observed count, divided by expected: exact below 10 events, then Byar's.
   */
  public Interval interval(double confidence) {
    return new EventCount(observed).interval(confidence).dividedBy(expected);
  }
}
