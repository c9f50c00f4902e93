package dev.hindsight.analytics.statistics;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Two Poisson rates compared, such as a window's with the previous window's. Given the total of
 * both, the events of the first are binomial with probability exposure / (both exposures) when the
 * rates are equal (J. Przyborowski and H. Wilenski 1940, doi 10.1093/biomet/31.3-4.313). Exact, not
 * mid-p.
 *
 * @param events of the rate in question, 0 or more
 * @param exposure its transactions, or its expected count; above 0
 * @param baseEvents of the rate that it is compared with
 * @param baseExposure in the same unit as exposure, above 0
 */
public record RateRatio(long events, double exposure, long baseEvents, double baseExposure) {
  public RateRatio {
    if (events < 0 || baseEvents < 0 || !isExposed(exposure) || !isExposed(baseExposure)) {
      throw new IllegalArgumentException(
          "%d events of %s against %d of %s are no two rates"
              .formatted(events, exposure, baseEvents, baseExposure));
    }
  }

  /** The ratio of the rates; absent without base events. */
  public OptionalDouble value() {
    return baseEvents == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(events / exposure * (baseExposure / baseEvents));
  }

  /** The exact interval of the ratio, from Clopper and Pearson's; absent without base events. */
  public Optional<Interval> interval(double confidence) {
    if (baseEvents == 0) {
      return Optional.empty();
    }
    Interval share = new Proportion(events, events + baseEvents).exact(confidence);
    return Optional.of(new Interval(ratioOf(share.low()), ratioOf(share.high())));
  }

  /**
   * Two-sided: twice the smaller tail, at most 1. Below 0.05 exactly where the 95 % interval leaves
   * out 1.
   */
  public double pValue() {
    return Math.min(1, 2 * Math.min(pValueOfIncrease(), pValueOfDecrease()));
  }

  /** One-sided: P(at least as many events), given the total. */
  public double pValueOfIncrease() {
    return givenTheTotal().probabilityOfAtLeast(events);
  }

  /** One-sided: P(at most as many events), given the total. */
  public double pValueOfDecrease() {
    return givenTheTotal().probabilityOfAtMost(events);
  }

  private Binomial givenTheTotal() {
    return new Binomial(events + baseEvents, exposure / (exposure + baseExposure));
  }

  private static boolean isExposed(double exposure) {
    return exposure > 0 && exposure < Double.POSITIVE_INFINITY;
  }

  private double ratioOf(double share) {
    return share / (1 - share) * (baseExposure / exposure);
  }
}
