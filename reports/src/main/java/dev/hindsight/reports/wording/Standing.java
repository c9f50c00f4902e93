package dev.hindsight.reports.wording;

import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.datasets.marts.SellerReport.Comparison;

/**
 * Where a seller stands beside similar sellers. Only {@link #CERTAIN} may be worded as more than
 * they have: in a usual range lie 95 of 100 ordinary sellers, so that 1 in 40 is above.
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
  /** Above the range, but not by enough to rule out chance among so many sellers. */
  ABOVE("above"),
  /** By more than chance, allowing for how many sellers are looked at. */
  CERTAIN("certain");

  /** The q-value below which it is more than chance. */
  static final double CERTAIN_BELOW = 0.05;

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
    if (!isTelling(report.total())) {
      return TOO_LITTLE;
    }
    Double qValue = report.totalQValue();
    return qValue != null && qValue < CERTAIN_BELOW ? CERTAIN : within(report.total());
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
