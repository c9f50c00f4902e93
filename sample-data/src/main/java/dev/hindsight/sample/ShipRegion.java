package dev.hindsight.sample;

import java.util.List;

/** Where a parcel goes: some regions take longer, whoever sends it. */
enum ShipRegion {
  DE(24, 1.0, 0.8),
  GB(19, 1.0, 0.9),
  ES(17, 1.1, 1.0),
  FR(14, 1.0, 1.0),
  IT(10, 1.2, 1.3),
  PT(8, 1.3, 1.4),
  PL(5, 1.1, 1.0),
  IE(3, 1.4, 1.7);

  static final Mix<ShipRegion> MIX = Mix.of(List.of(values()), region -> region.share);
  private static final double MEAN_TROUBLE = MIX.mean(region -> region.trouble);

  private final double share;
  private final double slowness;
  private final double trouble;

  ShipRegion(double share, double slowness, double trouble) {
    this.share = share;
    this.slowness = slowness;
    this.trouble = trouble;
  }

  double slowness() {
    return slowness;
  }

  /** Relative to the mean over all parcels; what is broken does not depend on where it went. */
  double rateFactor(Cause cause) {
    boolean depends = cause == Cause.ITEM_NOT_RECEIVED || cause == Cause.LATE_DELIVERY;
    return depends ? trouble / MEAN_TROUBLE : 1;
  }
}
