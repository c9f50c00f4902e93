package dev.hindsight.analytics.statistics;

/**
 * The variance 1/α of true ratios: by how much sellers who were above the expected before are above
 * it again. Chance does not repeat itself, so no term for it is taken off.
 *
 * @param previous totals of the previous window, over all sellers
 * @param current totals of this window, over all sellers
 * @param between products of the previous window's counts and this window's
 * @param within products of this window's counts with themselves
 */
public record RatioVariance(
    Totals previous, Totals current, CountMoments between, CountMoments within) {
  public static final RatioVariance NONE =
      new RatioVariance(Totals.NONE, Totals.NONE, CountMoments.NONE, CountMoments.NONE);

  /** Observed and expected, summed over sellers. */
  public record Totals(double observed, double expected) {
    static final Totals NONE = new Totals(0, 0);

    Totals plus(Totals others) {
      return new Totals(observed + others.observed, expected + others.expected);
    }

    /** What makes expected add up to observed. */
    double scale() {
      return expected > 0 ? observed / expected : 0;
    }
  }

  /** One seller's; a window that it did not sell in has 0 observed and 0 expected. */
  public static RatioVariance of(
      long previousObserved, double previousExpected, long observed, double expected) {
    requireCounts(previousObserved, previousExpected);
    requireCounts(observed, expected);
    return new RatioVariance(
        new Totals(previousObserved, previousExpected),
        new Totals(observed, expected),
        CountMoments.of(previousObserved, previousExpected, observed, expected),
        CountMoments.of(observed, expected, observed, expected));
  }

  public RatioVariance plus(RatioVariance others) {
    return new RatioVariance(
        previous.plus(others.previous),
        current.plus(others.current),
        between.plus(others.between),
        within.plus(others.within));
  }

  /**
   * The prior with variance Σ (O₁-E₁)(O₂-E₂) / Σ E₁E₂; without a previous window Σ ((O-E)² - O) / Σ
   * E². Each expected is rescaled to its window's observed. Without a positive variance everybody
   * is average.
   */
  public GammaPrior prior() {
    double before = previous.scale();
    double now = current.scale();
    double repeated = before * now * between.expectedProducts();
    double squares = now * now * within.expectedProducts();
    if (repeated > 0) {
      return prior(between.excessProducts(before, now) / repeated);
    }
    return squares > 0
        ? prior((within.excessProducts(now, now) - current.observed()) / squares)
        : GammaPrior.withoutVariance();
  }

  private static void requireCounts(long observed, double expected) {
    if (observed < 0 || !(expected >= 0 && expected < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "%d observed of %s expected is no window of a seller".formatted(observed, expected));
    }
  }

  private static GammaPrior prior(double variance) {
    return new GammaPrior(Math.max(0, variance));
  }
}
