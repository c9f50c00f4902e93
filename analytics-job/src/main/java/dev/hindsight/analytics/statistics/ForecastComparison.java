package dev.hindsight.analytics.statistics;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Two counts compared, each as a multiple of its forecast: of the advised, and of others. As {@link
 * RateRatio}, which it equals where nothing but chance scatters the counts, with counts that need
 * not be whole: those divided by their dispersion. Given their total, the first's are binomial with
 * probability forecast / (both forecasts), the tails of which are incomplete beta functions.
 */
public record ForecastComparison(ForecastCount advised, ForecastCount others) {

  /** Below 1: the advised have fewer than the others tell. Absent without events of the others. */
  public OptionalDouble value() {
    return others.events() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(advised.value() / others.value());
  }

  /** Clopper and Pearson's, turned into odds. Absent without events of the others. */
  public Optional<Interval> interval(double confidence) {
    if (others.events() == 0) {
      return Optional.empty();
    }
    double tail = (1 - confidence) / 2;
    double first = advised.effectiveEvents();
    double second = others.effectiveEvents();
    double least =
        first == 0 ? 0 : BetaDistribution.of(first, second + 1).inverseCumulativeProbability(tail);
    // The others' least share, because the advised's greatest may be too near to 1 for a double.
    double leastOfOthers =
        BetaDistribution.of(second, first + 1).inverseCumulativeProbability(tail);
    return Optional.of(
        new Interval(
            least / (1 - least) * forecastOdds(),
            (1 - leastOfOthers) / leastOfOthers * forecastOdds()));
  }

  /** Two-sided: twice the smaller tail, at most 1. */
  public double pValue() {
    double first = advised.effectiveEvents();
    double second = others.effectiveEvents();
    double share =
        advised.effectiveForecast() / (advised.effectiveForecast() + others.effectiveForecast());
    double asMany =
        first == 0 ? 1 : BetaDistribution.of(first, second + 1).cumulativeProbability(share);
    double asFew =
        second == 0 ? 1 : BetaDistribution.of(first + 1, second).survivalProbability(share);
    return Math.min(1, 2 * Math.min(asMany, asFew));
  }

  /** What turns odds of the events into a ratio of ratios. */
  private double forecastOdds() {
    return others.effectiveForecast() / advised.effectiveForecast();
  }
}
