package dev.hindsight.analytics.statistics;

/**
 * A week of a series.
 *
 * @param observed events of the week, 0 or more
 * @param expected 0 or more; with 0 the week cannot alarm
 */
public record WeekCount(long observed, double expected) {
  public WeekCount {
    if (observed < 0 || !(expected >= 0 && expected < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "%d observed of %s expected is no week".formatted(observed, expected));
    }
  }

  WeekCount plus(WeekCount other) {
    return new WeekCount(observed + other.observed, expected + other.expected);
  }
}
