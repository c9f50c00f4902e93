package dev.hindsight.analytics.statistics;

/**
 * What is usual for a series, from its own past: how many events it had while it was exposed.
 *
 * <p>A later count X with {@link #expected} and {@link #spread} has as {@link NegativeBinomial}
 * tail the exact conditional test of two Poisson rates ({@link RateRatio#pValueOfIncrease}), so a
 * short past gives no more false alarms than a long one.
 *
 * @param events of the past, 0 or more
 * @param exposure of the past: weeks or transactions; above 0
 */
public record Baseline(long events, double exposure) {
  public Baseline {
    if (events < 0 || !(exposure > 0 && exposure < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "%d events of %s are no baseline".formatted(events, exposure));
    }
  }

  /** The events to expect: those of the past and one more, so that a past of none says little. */
  public double expected(double laterExposure) {
    return (events + 1) * (laterExposure / exposure);
  }

  /** The relative variance of what is expected: how unsure the past leaves it. */
  public double spread() {
    return 1 / (events + 1.0);
  }
}
