package dev.hindsight.sample;

/** How much a line costs: buyers of dear things complain more. */
enum PriceBand {
  UNDER_20(2_000, 0.7),
  UNDER_50(5_000, 0.9),
  UNDER_100(10_000, 1.1),
  UNDER_250(25_000, 1.4),
  FROM_250(Long.MAX_VALUE, 1.8);

  private final long endCents;
  private final double rateFactor;

  PriceBand(long endCents, double rateFactor) {
    this.endCents = endCents;
    this.rateFactor = rateFactor;
  }

  static PriceBand of(long cents) {
    for (PriceBand band : values()) {
      if (cents < band.endCents) {
        return band;
      }
    }
    return FROM_250;
  }

  double rateFactor(Cause cause) {
    return cause.topic() == Cause.Topic.STOCK ? 1 : rateFactor;
  }
}
