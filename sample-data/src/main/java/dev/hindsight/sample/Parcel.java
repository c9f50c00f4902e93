package dev.hindsight.sample;

/** How an order is sent. */
record Parcel(Carrier carrier, ShipRegion region, ServiceLevel level, boolean byMarketplace) {

  /** How much more often than on average something goes wrong with such a parcel. */
  double rateFactor(Cause cause) {
    return carrier.rateFactor(cause) * region.rateFactor(cause) * level.rateFactor(cause);
  }
}
