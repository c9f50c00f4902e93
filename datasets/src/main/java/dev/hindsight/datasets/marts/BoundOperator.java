package dev.hindsight.datasets.marts;

/** What a programme asks a rate to be, beside its bound. */
public enum BoundOperator {
  BELOW,
  AT_MOST,
  AT_LEAST,
  ABOVE;

  /** Whether a rate is what the programme asks for. */
  public boolean isKept(double rate, double bound) {
    return switch (this) {
      case BELOW -> rate < bound;
      case AT_MOST -> rate <= bound;
      case AT_LEAST -> rate >= bound;
      case ABOVE -> rate > bound;
    };
  }

  /** Whether high rates break the bound, rather than low ones. */
  public boolean isUpper() {
    return this == BELOW || this == AT_MOST;
  }
}
