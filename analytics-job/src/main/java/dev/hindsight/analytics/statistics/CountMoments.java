package dev.hindsight.analytics.statistics;

/**
 * Sums over sellers that the variance of true ratios is estimated from: of one window with itself,
 * or of two. They add up, so parts of the sellers can be summed apart.
 *
 * @param products of the first window's and the second's: Σ O₁O₂
 * @param observedByExpected Σ O₁E₂
 * @param expectedByObserved Σ E₁O₂
 * @param expectedProducts Σ E₁E₂
 */
public record CountMoments(
    double products,
    double observedByExpected,
    double expectedByObserved,
    double expectedProducts) {
  public static final CountMoments NONE = new CountMoments(0, 0, 0, 0);

  /** One seller's; with the same window twice, its squares. */
  public static CountMoments of(
      long firstObserved, double firstExpected, long secondObserved, double secondExpected) {
    return new CountMoments(
        (double) firstObserved * secondObserved,
        firstObserved * secondExpected,
        firstExpected * secondObserved,
        firstExpected * secondExpected);
  }

  public CountMoments plus(CountMoments others) {
    return new CountMoments(
        products + others.products,
        observedByExpected + others.observedByExpected,
        expectedByObserved + others.expectedByObserved,
        expectedProducts + others.expectedProducts);
  }

  /** Σ (O₁ - E₁)(O₂ - E₂), with each window's expected multiplied by its scale. */
  double excessProducts(double firstScale, double secondScale) {
    return products
        - secondScale * observedByExpected
        - firstScale * expectedByObserved
        + firstScale * secondScale * expectedProducts;
  }
}
