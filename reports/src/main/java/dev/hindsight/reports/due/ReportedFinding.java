package dev.hindsight.reports.due;

import org.jspecify.annotations.Nullable;

/**
 * A finding as a report tells it.
 *
 * @param cause what it is known by
 * @param ratio observed / expected
 * @param ratioLow absent where there is no interval
 */
public record ReportedFinding(
    String cause, double ratio, @Nullable Double ratioLow, @Nullable Double ratioHigh) {

  /** Whether a later ratio lies outside the interval that this report gave. */
  boolean isChangedBy(ReportedFinding later) {
    return (ratioLow != null && later.ratio() < ratioLow)
        || (ratioHigh != null && later.ratio() > ratioHigh);
  }
}
