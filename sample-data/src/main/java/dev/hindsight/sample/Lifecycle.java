package dev.hindsight.sample;

/** How a seller's trade changes over the days of the sample. */
enum Lifecycle {
  STEADY {
    @Override
    double trade(double elapsed) {
      return 1;
    }
  },
  GROWING {
    @Override
    double trade(double elapsed) {
      return 0.5 + elapsed;
    }
  },
  NEW {
    @Override
    double trade(double elapsed) {
      return elapsed < 0.72 ? 0 : 1;
    }
  },
  STOPPED {
    @Override
    double trade(double elapsed) {
      return elapsed < 0.66 ? 1 : 0;
    }
  };

  /**
   * Orders relative to the seller's usual ones.
   *
   * @param elapsed the part of the sample's days that has gone by, 0 to 1
   */
  abstract double trade(double elapsed);

  /** Three of ten sellers change; every sixteen have a new one and one that stopped. */
  static Lifecycle of(int number) {
    return switch (number % 16) {
      case 5 -> NEW;
      case 12 -> STOPPED;
      case 3, 8, 14 -> GROWING;
      default -> STEADY;
    };
  }
}
