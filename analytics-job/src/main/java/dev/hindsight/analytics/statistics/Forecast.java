package dev.hindsight.analytics.statistics;

/**
 * What a seller would have after a baseline, had nothing changed: Poisson around expected times the
 * true ratio, of which the baseline leaves a gamma distribution. That is negative binomial.
 *
 * @param baseline what is known of the true ratio
 * @param expected of what is forecast, 0 or more
 */
public record Forecast(ShrunkenRatio baseline, double expected) {
  public Forecast {
    if (!(expected >= 0 && expected < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("%s is no expected count".formatted(expected));
    }
  }

  /** The mean: the shrunken ratio of the baseline times expected. Never the raw ratio. */
  public double count() {
    return baseline.value() * expected;
  }

  /** Chance, and what the baseline leaves open: its shape is α + O. */
  public double variance() {
    double openness = baseline.variance() / (1 + baseline.variance() * baseline.observed());
    return count() + count() * count() * openness;
  }
}
