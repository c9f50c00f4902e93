package dev.hindsight.analytics.programs;

import dev.hindsight.analytics.statistics.JeffreysRate;
import dev.hindsight.analytics.statistics.Proportion;
import dev.hindsight.datasets.marts.BoundOperator;
import dev.hindsight.datasets.marts.BoundStanding;

/**
 * What a seller's counts say about a bound.
 *
 * @param numerator may exceed the denominator where they are of other days; the rate then is 1 at
 *     most in probabilities
 * @param denominator above 0
 * @param minimum events below which the programme does not act, 0 where it names none
 */
record BoundJudgement(
    long numerator, long denominator, BoundOperator operator, double bound, long minimum) {
  /** From this probability on that the true rate is beyond the bound, it is broken. */
  static final double SURE = 0.95;

  /** From this probability on it is near. */
  static final double POSSIBLE = 0.2;

  double rate() {
    return (double) numerator / denominator;
  }

  /** P(true rate > bound), by Jeffreys' prior. */
  double probabilityAbove() {
    return new JeffreysRate(new Proportion(Math.min(numerator, denominator), denominator))
        .probabilityAbove(bound);
  }

  /** What the programme itself sees: the rate is on the wrong side, with enough events. */
  boolean isBeyond() {
    return !operator.isKept(rate(), bound) && numerator >= minimum;
  }

  BoundStanding standing() {
    double probabilityBeyond = operator.isUpper() ? probabilityAbove() : 1 - probabilityAbove();
    if (isBeyond() && probabilityBeyond >= SURE) {
      return BoundStanding.BROKEN;
    }
    long wrong = operator.isUpper() ? numerator : denominator - numerator;
    boolean isOfWeight = wrong >= 1 && 2 * numerator >= minimum;
    return isOfWeight && probabilityBeyond >= POSSIBLE ? BoundStanding.NEAR : BoundStanding.OK;
  }
}
