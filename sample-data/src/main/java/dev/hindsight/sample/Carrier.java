package dev.hindsight.sample;

import java.util.List;

/** Who carries a parcel: some are slower or rougher than others, whoever sends it. */
enum Carrier {
  NORTHPOST("Northpost", 30, 1.0, 1.0),
  PARCELWAY("Parcelway", 24, 1.0, 0.9),
  SWIFTLINE("Swiftline", 18, 0.8, 0.7),
  BLUEVAN("Bluevan", 13, 1.2, 1.5),
  TIDEWATER("Tidewater", 9, 1.1, 1.2),
  QUICKSTEP("Quickstep", 6, 0.9, 0.8);

  static final Mix<Carrier> MIX = Mix.of(List.of(values()), carrier -> carrier.share);
  private static final double MEAN_TROUBLE = MIX.mean(carrier -> carrier.trouble);

  private final String label;
  private final double share;
  private final double slowness;
  private final double trouble;

  Carrier(String label, double share, double slowness, double trouble) {
    this.label = label;
    this.share = share;
    this.slowness = slowness;
    this.trouble = trouble;
  }

  String label() {
    return label;
  }

  double slowness() {
    return slowness;
  }

  /** Relative to the mean over all parcels, so that the carriers leave the rates as they are. */
  double rateFactor(Cause cause) {
    return cause.topic() == Cause.Topic.DELIVERY ? trouble / MEAN_TROUBLE : 1;
  }
}
