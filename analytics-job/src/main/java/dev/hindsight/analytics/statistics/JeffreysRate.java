package dev.hindsight.analytics.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * A true rate by Jeffreys' prior, Beta(½, ½), which favours no rate: beta distributed with x + ½
 * and n - x + ½ (H. Jeffreys 1946, doi 10.1098/rspa.1946.0056). It knows nothing of other sellers,
 * as the programmes that bound rates do not.
 *
 * @param share x of n
 */
public record JeffreysRate(Proportion share) {
  private static final double PRIOR = 0.5;

  /** P(true rate > bound), 0 to 1. */
  public double probabilityAbove(double bound) {
    return BetaDistribution.of(share.part() + PRIOR, share.whole() - share.part() + PRIOR)
        .survivalProbability(bound);
  }
}
