package dev.hindsight.analytics.truth;

import java.util.Locale;

/** So many of so many. */
record Share(long count, long of) {
  static final Share NOTHING = new Share(0, 0);

  static Share counted(boolean counts) {
    return new Share(counts ? 1 : 0, 1);
  }

  Share plus(Share other) {
    return new Share(count + other.count, of + other.of);
  }

  /** 0 of nothing is 0. */
  double value() {
    return of == 0 ? 0 : (double) count / of;
  }

  String text(boolean isPercentage) {
    if (of == 0) {
      return "nothing to measure";
    }
    return isPercentage
        ? String.format(Locale.ROOT, "%.1f %% (%,d of %,d)", 100 * value(), count, of)
        : String.format(Locale.ROOT, "%.2f (%,d in %,d)", value(), count, of);
  }
}
