package dev.hindsight.reports.overview;

import dev.hindsight.reports.overview.Funnel.Limit;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The limits of a funnel plot of observed / expected around 1 on the square-root scale, (1 ± z √(1
 * / (4E) + τ²))², the lower one at least 0 (D. J. Spiegelhalter 2005, doi 10.1002/sim.1970). They
 * draw; they do not flag.
 */
final class FunnelLimits {
  /** The standard normal quantiles of 0.975 and 0.999. */
  private static final double Z_95 = 1.959963984540054;

  private static final double Z_998 = 3.090232306167813;
  private static final int POINTS = 60;

  private FunnelLimits() {}

  /**
   * The limits at an expected count.
   *
   * @param spread the variance of true ratios among ordinary sellers; on the square-root scale it
   *     is a quarter of that
   */
  static Limit at(double expected, double spread) {
    double deviation = Math.sqrt((1 / expected + spread) / 4);
    return new Limit(
        expected,
        low(Z_95 * deviation),
        high(Z_95 * deviation),
        low(Z_998 * deviation),
        high(Z_998 * deviation));
  }

  /** The limits from the one expected count to the other, dense enough for a smooth line. */
  static List<Limit> between(double least, double most, double spread) {
    double step = Math.log(most / least) / (POINTS - 1);
    DoubleStream expected = IntStream.range(0, POINTS).mapToDouble(i -> least * Math.exp(i * step));
    return expected.mapToObj(count -> at(count, spread)).toList();
  }

  private static double low(double reach) {
    double low = Math.max(0, 1 - reach);
    return low * low;
  }

  private static double high(double reach) {
    return (1 + reach) * (1 + reach);
  }
}
