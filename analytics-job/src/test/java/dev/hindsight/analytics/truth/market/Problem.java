package dev.hindsight.analytics.truth.market;

/**
 * What is wrong with a seller: one complaint is so many times as frequent as it would be.
 *
 * @param driver what carries the excess; {@link CarryingValue#NONE} where it is spread evenly
 * @param driverShare the share of the excess that the driver carries; the rest is spread evenly
 * @param ordinaryShare the share of such complaints that the driver would have without the problem
 */
record Problem(
    Complaint complaint,
    double multiplier,
    CarryingValue driver,
    double driverShare,
    double ordinaryShare) {

  /** The factor of one order line; its mean over the seller's complaints is the multiplier. */
  double factor(Complaint of, Article article, Way way) {
    if (of != complaint) {
      return 1;
    }
    double excess = multiplier - 1;
    double ofDriver = driver.matches(article, way) ? excess * driverShare / ordinaryShare : 0;
    return 1 + excess * (1 - driverShare) + ofDriver;
  }

  /** Whether it delays such a parcel, complained of or not. */
  boolean delays(Article article, Way way) {
    return complaint == Complaint.LATE_DELIVERY
        && (driver.isNone() || driver.matches(article, way));
  }
}
