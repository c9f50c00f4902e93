package dev.hindsight.analytics.truth;

/** A way to foretell a window's ratios from the window before it. */
enum Forecaster {
  AVERAGE("everybody is average") {
    @Override
    double ratio(WindowPair pair) {
      return 1;
    }
  },
  RAW("raw ratio") {
    @Override
    double ratio(WindowPair pair) {
      return (pair.observedBefore() + HALF) / (pair.expectedBefore() + HALF);
    }
  },
  SHRUNKEN("shrunken ratio") {
    @Override
    double ratio(WindowPair pair) {
      return pair.shrunkenBefore();
    }
  };

  /** Lets a raw ratio of nothing observed be no certainty. */
  private static final double HALF = 0.5;

  private final String text;

  Forecaster(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  /** The ratio foretold, above 0. */
  abstract double ratio(WindowPair pair);
}
