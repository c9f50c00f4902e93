package dev.hindsight.analytics.truth.market;

import java.time.LocalDate;
import java.time.temporal.IsoFields;

/** What is disputed, and how often where nothing raises or lowers it. */
enum Complaint {
  LATE_DELIVERY(0.024, true),
  NOT_AS_DESCRIBED(0.020, false),
  ITEM_NOT_RECEIVED(0.018, true),
  DAMAGED_IN_TRANSIT(0.016, true),
  DEFECTIVE(0.012, false),
  WRONG_ITEM(0.008, false);

  private static final double SEASON_HEIGHT = 0.2;
  private static final int WEEKS = 52;

  private final double rate;
  private final boolean isOfDelivery;

  Complaint(double rate, boolean isOfDelivery) {
    this.rate = rate;
    this.isOfDelivery = isOfDelivery;
  }

  double rate() {
    return rate;
  }

  boolean isOfDelivery() {
    return isOfDelivery;
  }

  /** Deliveries suffer most at the turn of the year. */
  double seasonFactor(LocalDate day) {
    double turn = 2 * Math.PI * day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) / WEEKS;
    return isOfDelivery ? 1 + SEASON_HEIGHT * Math.cos(turn) : 1;
  }
}
