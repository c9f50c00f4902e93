package dev.hindsight.analytics.statistics;

import java.util.function.DoubleUnaryOperator;

/**
 * Finds the dispersion, 0 or above, at which a log-likelihood is highest: a grid over its order of
 * magnitude, then golden sections. A dispersion that explains no more than none at all is none, and
 * so is one of 10⁻⁷ or less: there the likelihood tells rounding errors apart.
 */
record ProfileLikelihood(DoubleUnaryOperator logLikelihood) {
  private static final double LOWEST_EXPONENT = -7;
  private static final double HIGHEST_EXPONENT = 3;
  private static final double GRID = 0.25;
  private static final double PRECISION = 1e-9;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  double highest() {
    double best = LOWEST_EXPONENT;
    for (double at = LOWEST_EXPONENT + GRID; at <= HIGHEST_EXPONENT; at += GRID) {
      if (value(at) > value(best)) {
        best = at;
      }
    }
    double dispersion = Math.pow(10, refined(best - GRID, best + GRID));
    return best > LOWEST_EXPONENT
            && logLikelihood.applyAsDouble(dispersion) > logLikelihood.applyAsDouble(0)
        ? dispersion
        : 0;
  }

  private double refined(double from, double to) {
    double low = from;
    double high = to;
    while (high - low > PRECISION) {
      double reach = GOLDEN * (high - low);
      if (value(high - reach) > value(low + reach)) {
        high = low + reach;
      } else {
        low = high - reach;
      }
    }
    return (low + high) / 2;
  }

  private double value(double exponent) {
    return logLikelihood.applyAsDouble(Math.pow(10, exponent));
  }
}
