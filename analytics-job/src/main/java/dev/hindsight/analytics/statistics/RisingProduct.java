package dev.hindsight.analytics.statistics;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The product start (start + step) (start + 2 step) … of some factors, of which the likelihoods of
 * gamma-Poisson and beta-binomial counts are made. Unlike their gamma functions it has no
 * singularity where the step is 0.
 *
 * @param start above 0
 * @param step 0 or more
 */
record RisingProduct(double start, double step) {
  /** More factors are summed by gamma functions. */
  private static final long MOST_FACTORS = 64;

  double log(long factors) {
    if (step == 0) {
      return factors * Math.log(start);
    }
    if (factors > MOST_FACTORS) {
      double first = start / step;
      return factors * Math.log(step) + LogGamma.value(first + factors) - LogGamma.value(first);
    }
    double sum = 0;
    for (long i = 0; i < factors; i++) {
      sum += Math.log(start + i * step);
    }
    return sum;
  }

  /** The derivative of {@link #log} by the start: the sum of 1 / factor. */
  double logDerivative(long factors) {
    if (step == 0) {
      return factors / start;
    }
    if (factors > MOST_FACTORS) {
      double first = start / step;
      return (Digamma.value(first + factors) - Digamma.value(first)) / step;
    }
    double sum = 0;
    for (long i = 0; i < factors; i++) {
      sum += 1 / (start + i * step);
    }
    return sum;
  }
}
