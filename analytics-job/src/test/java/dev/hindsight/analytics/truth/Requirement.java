package dev.hindsight.analytics.truth;

import java.util.Locale;

/** What a measure must be, both ends included. */
record Requirement(Measure measure, double least, double most) {

  static Requirement atMost(Measure measure, double most) {
    return new Requirement(measure, Double.NEGATIVE_INFINITY, most);
  }

  static Requirement atLeast(Measure measure, double least) {
    return new Requirement(measure, least, Double.POSITIVE_INFINITY);
  }

  /** Printed, not required. */
  static Requirement none(Measure measure) {
    return new Requirement(measure, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  boolean isRequired() {
    return least > Double.NEGATIVE_INFINITY || most < Double.POSITIVE_INFINITY;
  }

  /** Whether it holds; where there was nothing to measure, it does not. */
  boolean holdsFor(Share found) {
    return !isRequired() || (found.of() > 0 && found.value() >= least && found.value() <= most);
  }

  String text() {
    if (!isRequired()) {
      return "";
    }
    if (least == Double.NEGATIVE_INFINITY) {
      return "at most " + text(most);
    }
    return most == Double.POSITIVE_INFINITY
        ? "at least " + text(least)
        : text(least) + " to " + text(most);
  }

  private String text(double bound) {
    return measure.isPercentage()
        ? String.format(Locale.ROOT, "%.3g %%", 100 * bound).replaceFirst("\\.?0+ ", " ")
        : String.format(Locale.ROOT, "%.1f", bound);
  }
}
