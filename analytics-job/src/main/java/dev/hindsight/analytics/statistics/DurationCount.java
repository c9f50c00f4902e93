package dev.hindsight.analytics.statistics;

/**
 * How many waits ended after a duration, and how many were still going on when they were last seen
 * after it. Counts of the same duration add up.
 *
 * @param duration 0 or more, in the caller's unit
 * @param ended 0 or more
 * @param censored still open at the as-of date, 0 or more
 */
public record DurationCount(double duration, long ended, long censored) {
  public DurationCount {
    if (!(duration >= 0 && duration < Double.POSITIVE_INFINITY) || ended < 0 || censored < 0) {
      throw new IllegalArgumentException(
          "%d ended and %d censored after %s are no counts of durations"
              .formatted(ended, censored, duration));
    }
  }

  DurationCount plus(DurationCount others) {
    return new DurationCount(duration, ended + others.ended, censored + others.censored);
  }
}
