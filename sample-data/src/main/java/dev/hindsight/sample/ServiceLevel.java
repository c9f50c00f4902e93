package dev.hindsight.sample;

import java.util.List;
import java.util.Locale;

/** How fast a parcel was to be: who paid for speed complains sooner of delay. */
enum ServiceLevel {
  STANDARD(76, 2.6, 6, 0.9),
  EXPRESS(24, 1.0, 3, 1.3);

  static final Mix<ServiceLevel> MIX = Mix.of(List.of(values()), level -> level.share);
  private static final double MEAN_IMPATIENCE = MIX.mean(level -> level.impatience);

  private final double share;
  private final double transitDays;
  private final int promisedDays;
  private final double impatience;

  ServiceLevel(double share, double transitDays, int promisedDays, double impatience) {
    this.share = share;
    this.transitDays = transitDays;
    this.promisedDays = promisedDays;
    this.impatience = impatience;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  double transitDays() {
    return transitDays;
  }

  int promisedDays() {
    return promisedDays;
  }

  double rateFactor(Cause cause) {
    return cause == Cause.LATE_DELIVERY ? impatience / MEAN_IMPATIENCE : 1;
  }
}
