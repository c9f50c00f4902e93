package dev.hindsight.analytics.statistics;

/**
 * What is known of a seller's true ratio before its own events are seen: a gamma distribution with
 * mean 1. Its shape α is 1 / variance; without variance every ratio is 1.
 *
 * @param variance of the true ratios, 0 or more
 */
public record GammaPrior(double variance) {
  public GammaPrior {
    if (!(variance >= 0 && variance < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("%s is no variance; it is 0 or more".formatted(variance));
    }
  }

  /** All sellers alike: everybody is average. */
  public static GammaPrior withoutVariance() {
    return new GammaPrior(0);
  }

  /** What is known of a seller once its events are seen. */
  public ShrunkenRatio of(long observed, double expected) {
    return new ShrunkenRatio(variance, observed, expected);
  }
}
