package dev.hindsight.analytics.statistics;

import java.util.List;
import org.apache.commons.numbers.rootfinder.BrentSolver;

/**
 * The gamma distribution of true ratios with the highest likelihood, given one window: shape α,
 * rate β, mean α/β (Clayton and Kaldor 1987, doi 10.2307/2532003). For comparison: the marts use
 * {@link RatioVariance}, which forecasts better. Where ratios scatter no more than by chance, the
 * variance is 0 and every ratio shrinks to the mean.
 *
 * @param mean of the true ratios, α/β
 * @param dispersion their squared coefficient of variation, 1/α; 0 or more
 * @param logLikelihood of the observed counts
 */
public record GammaPoissonFit(double mean, double dispersion, double logLikelihood) {
  private static final BrentSolver SOLVER = new BrentSolver(1e-14, 1e-15, 1e-15);

  /**
   * @param ratios of at least one observed event in all
   */
  public static GammaPoissonFit of(List<StandardisedRatio> ratios) {
    if (ratios.stream().allMatch(ratio -> ratio.observed() == 0)) {
      throw new IllegalArgumentException(
          "No event in %d ratios; there is nothing to fit".formatted(ratios.size()));
    }
    return at(
        ratios,
        new ProfileLikelihood(dispersion -> at(ratios, dispersion).logLikelihood).highest());
  }

  /** The likeliest mean where the dispersion is given. */
  static GammaPoissonFit at(List<StandardisedRatio> ratios, double dispersion) {
    double mean = meanAt(ratios, dispersion);
    return new GammaPoissonFit(mean, dispersion, logLikelihood(ratios, mean, dispersion));
  }

  /** The posterior mean (α + O) / (β + E). */
  public double shrunken(StandardisedRatio ratio) {
    return mean * (1 + dispersion * ratio.observed()) / (1 + dispersion * mean * ratio.expected());
  }

  /** The root in m of Σ (O - mE) / (1 + κmE), which falls in m. */
  private static double meanAt(List<StandardisedRatio> ratios, double dispersion) {
    double highest = ratios.stream().mapToDouble(StandardisedRatio::value).max().orElseThrow();
    return SOLVER.findRoot(
        mean ->
            ratios.stream()
                .mapToDouble(
                    ratio ->
                        (ratio.observed() - mean * ratio.expected())
                            / (1 + dispersion * mean * ratio.expected()))
                .sum(),
        0,
        2 * highest);
  }

  private static double logLikelihood(
      List<StandardisedRatio> ratios, double mean, double dispersion) {
    return ratios.stream()
        .mapToDouble(ratio -> logProbability(ratio, mean * ratio.expected(), dispersion))
        .sum();
  }

  private static double logProbability(
      StandardisedRatio ratio, double expected, double dispersion) {
    long observed = ratio.observed();
    double grown = Math.log1p(dispersion * expected);
    double none = dispersion == 0 ? expected : grown / dispersion;
    return new RisingProduct(1, dispersion).log(observed)
        - new RisingProduct(1, 1).log(observed)
        + observed * (Math.log(expected) - grown)
        - none;
  }
}
