package dev.hindsight.analytics.statistics;

import java.util.List;

/**
 * How much more ratios scatter than chance alone makes them, on the square-root scale, from 10 %
 * winsorised z-scores (D. J. Spiegelhalter 2005, doi 10.1002/sim.1970; as FunnelPlotR does it). For
 * funnel plots; what sellers are tested with is {@link Spread}.
 *
 * @param phi mean square of the winsorised z-scores; 1 is chance alone
 * @param tauSquared variance of true √ratios beyond chance, 0 or more
 */
public record Overdispersion(double phi, double tauSquared) {

  /**
   * z = 2(√O - √E), φ = Σz²/n, and τ² = (nφ - (n-1)) / (Σw - Σw²/Σw) with w = 4E, at least 0.
   *
   * @param ratios at least two
   */
  public static Overdispersion of(List<StandardisedRatio> ratios) {
    int n = ratios.size();
    if (n < 2) {
      throw new IllegalArgumentException("%d ratios tell no dispersion".formatted(n));
    }
    double phi =
        Winsorised.meanSquare(ratios.stream().mapToDouble(Overdispersion::zScore).toArray());
    double weights = ratios.stream().mapToDouble(r -> 4 * r.expected()).sum();
    double others =
        ratios.stream().mapToDouble(r -> 4 * r.expected()).map(w -> w * (1 - w / weights)).sum();
    double tauSquared = (n * phi - (n - 1)) / others;
    return new Overdispersion(phi, Math.max(0, tauSquared));
  }

  private static double zScore(StandardisedRatio ratio) {
    return 2 * (Math.sqrt(ratio.observed()) - Math.sqrt(ratio.expected()));
  }
}
