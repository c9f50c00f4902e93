package dev.hindsight.reports.wording;

import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.datasets.marts.SellerReport.Comparison;

/**
 * Where a seller stands beside similar sellers. None of it is a verdict: in a usual range lie 95 of
 * 100 sellers by chance alone, so that 1 in 40 is above.
 */
enum Standing {
  /** No order of the window is known. */
  NO_ORDERS("noOrders"),
  /** Orders, and no dispute of any. */
  NONE("none"),
  /** Nothing is known to be usual, or too little to tell a seller by. */
  TOO_LITTLE("tooLittle"),
  BELOW("below"),
  INSIDE("inside"),
  ABOVE("above");

  /** Fewer expected than this, and fewer observed than {@link #TELLING_OBSERVED}: no comparison. */
  static final double TELLING_EXPECTED = 1;

  static final long TELLING_OBSERVED = 3;

  private final String key;

  Standing(String key) {
    this.key = key;
  }

  /** The last part of the keys of its phrases. */
  String key() {
    return key;
  }

  static Standing of(SellerReport report) {
    if (report.orderCount() == 0) {
      return NO_ORDERS;
    }
    if (report.total().observedCount() == 0) {
      return NONE;
    }
    return isTelling(report.total()) ? within(report.total()) : TOO_LITTLE;
  }

  /** Whether there is enough to compare a seller with others. */
  static boolean isTelling(Comparison comparison) {
    Double expected = comparison.expectedCount();
    return expected != null
        && comparison.usualLow() != null
        && comparison.usualHigh() != null
        && (expected >= TELLING_EXPECTED || comparison.observedCount() >= TELLING_OBSERVED);
  }

  /** Inside the range, or on which side of it; inside where no range is known. */
  static Standing within(Comparison comparison) {
    Long low = comparison.usualLow();
    Long high = comparison.usualHigh();
    if (high != null && comparison.observedCount() > high) {
      return ABOVE;
    }
    return low != null && comparison.observedCount() < low ? BELOW : INSIDE;
  }
}
