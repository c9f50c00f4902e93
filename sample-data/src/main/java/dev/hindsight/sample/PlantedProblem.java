package dev.hindsight.sample;

/**
 * A seller's true problem: disputes of one cause are this many times as frequent as they would be.
 */
record PlantedProblem(Cause cause, double multiplier, Driver driver) {

  /**
   * The factor of one line. Over all of the seller's lines its mean is the multiplier: the driver's
   * lines carry their share of the excess, all lines the rest of it.
   */
  double rateFactor(Cause of, OrderLine line) {
    if (of != cause) {
      return 1;
    }
    double excess = multiplier - 1;
    double spreadExcess = excess * (1 - driver.excessShare());
    double driverExcess =
        driver.matches(line) ? excess * driver.excessShare() / driver.ordinaryShare() : 0;
    return 1 + spreadExcess + driverExcess;
  }

  /** Whether this problem delays a line's parcel, complained of or not. */
  boolean delays(OrderLine line) {
    boolean everywhere = driver.dimension() == Driver.Dimension.NONE;
    return cause == Cause.LATE_DELIVERY && (everywhere || driver.matches(line));
  }
}
