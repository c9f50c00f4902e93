package dev.hindsight.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Markets in which it is known whether advice works: of 3,000 small pairs those with a p-value
 * below 0.01 are flagged, about fifty, and half of their sellers are advised.
 */
class AdviceSimulationTest {
  private static final int MARKETS = 400;
  private static final int PAIRS = 3_000;

  /** How the true ratios of sellers differ, and, of ordinary ones, what the p-value allows for. */
  private static final double VARIANCE = 0.2;

  private static final double SPREAD = 0.05;
  private static final double FLAGGED_BELOW = 0.01;

  @Test
  void flaggedPairsFallByThemselvesWhichIsNoSuccess() {
    List<Market> markets = markets(1, 0);
    double before = ratio(markets, Pair::observed, Pair::expected);
    double after = ratio(markets, Pair::later, Pair::expected);

    assertThat(before).isCloseTo(3.2, within(0.1));
    assertThat(after).isCloseTo(1.95, within(0.1));
    // The naive comparison of both windows says "success" in nearly every market.
    assertThat(
            share(
                markets, market -> market.beforeAndAfter().interval(0.95).orElseThrow().high() < 1))
        .isGreaterThan(0.99);
    // The forecast knows it.
    assertThat(ratio(markets, Pair::later, Pair::forecastCount)).isCloseTo(1, within(0.03));
  }

  @Test
  void adviceWithoutEffectHasNone() {
    List<Market> markets = markets(1, 0);

    assertThat(meanEffect(markets)).isCloseTo(1, within(0.03));
    assertThat(share(markets, market -> covers(market.effect(), 1))).isBetween(0.93, 0.99);
    // Without dispersion the intervals would be too short.
    assertThat(share(markets, market -> covers(market.effectByChanceAlone(), 1))).isLessThan(0.94);
  }

  @Test
  void ratiosThatChangeByThemselvesAreNoEffectEither() {
    List<Market> markets = markets(1, 0.3);

    assertThat(meanEffect(markets)).isCloseTo(1, within(0.04));
    assertThat(share(markets, market -> covers(market.effect(), 1))).isBetween(0.92, 0.99);
    assertThat(share(markets, market -> covers(market.effectByChanceAlone(), 1))).isLessThan(0.85);
  }

  @Test
  void halvingIsFound() {
    List<Market> markets = markets(0.5, 0);

    assertThat(meanEffect(markets)).isCloseTo(0.5, within(0.02));
    assertThat(share(markets, market -> covers(market.effect(), 0.5))).isBetween(0.93, 0.995);
    assertThat(share(markets, market -> market.effect().pValue() < 0.05)).isGreaterThan(0.9);
  }

  /**
   * @param later the disputed orders of the window after
   */
  private record Pair(long observed, double expected, long later, boolean isAdvised) {
    Forecast forecast() {
      return new Forecast(new ShrunkenRatio(VARIANCE, observed, expected), expected);
    }

    double forecastCount() {
      return forecast().count();
    }
  }

  /** The flagged pairs, each of another seller. */
  private record Market(List<Pair> flagged) {
    ForecastComparison effect() {
      return new ForecastComparison(group(true).total(), group(false).total());
    }

    ForecastComparison effectByChanceAlone() {
      ForecastGroup advised = group(true);
      ForecastGroup others = group(false);
      return new ForecastComparison(
          new ForecastCount(advised.events(), advised.forecast(), 1),
          new ForecastCount(others.events(), others.forecast(), 1));
    }

    RateRatio beforeAndAfter() {
      List<Pair> advised = flagged.stream().filter(Pair::isAdvised).toList();
      double expected = advised.stream().mapToDouble(Pair::expected).sum();
      return new RateRatio(
          advised.stream().mapToLong(Pair::later).sum(),
          expected,
          advised.stream().mapToLong(Pair::observed).sum(),
          expected);
    }

    private ForecastGroup group(boolean isAdvised) {
      List<Pair> pairs = flagged.stream().filter(pair -> pair.isAdvised == isAdvised).toList();
      long events = pairs.stream().mapToLong(Pair::later).sum();
      double forecast = pairs.stream().mapToDouble(Pair::forecastCount).sum();
      double squares =
          pairs.stream()
              .mapToDouble(
                  pair -> Math.pow(pair.later - pair.forecastCount() * events / forecast, 2))
              .sum();
      double variance = pairs.stream().mapToDouble(pair -> pair.forecast().variance()).sum();
      return new ForecastGroup(pairs.size(), events, forecast, variance, squares);
    }
  }

  /**
   * @param effect what advice multiplies the true ratio with
   * @param change the variance of what it is multiplied with by itself, advised or not
   */
  private static List<Market> markets(double effect, double change) {
    return IntStream.range(0, MARKETS).mapToObj(seed -> market(seed, effect, change)).toList();
  }

  private static Market market(int seed, double effect, double change) {
    RandomCounts random = new RandomCounts(2026 + seed);
    List<Pair> flagged = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      double expected = random.logUniform(1, 6);
      double ratio = random.ratio(VARIANCE);
      long observed = random.poisson(expected * ratio);
      if (isFlagged(observed, expected)) {
        boolean isAdvised = random.uniform() < 0.5;
        double laterRatio = ratio * random.ratio(change) * (isAdvised ? effect : 1);
        long later = random.poisson(expected * laterRatio);
        flagged.add(new Pair(observed, expected, later, isAdvised));
      }
    }
    return new Market(flagged);
  }

  private static boolean isFlagged(long observed, double expected) {
    return observed >= Flag.FEWEST_OBSERVED
        && new NegativeBinomial(expected, SPREAD).probabilityOfAtLeast(observed) < FLAGGED_BELOW;
  }

  private static boolean covers(ForecastComparison effect, double truth) {
    Interval interval = effect.interval(0.95).orElseThrow();
    return interval.low() <= truth && truth <= interval.high();
  }

  private static double meanEffect(List<Market> markets) {
    return Math.exp(
        markets.stream()
            .mapToDouble(market -> Math.log(market.effect().value().orElseThrow()))
            .average()
            .orElseThrow());
  }

  private static double share(List<Market> markets, Predicate<Market> isCounted) {
    return markets.stream().filter(isCounted).count() / (double) markets.size();
  }

  private static double ratio(
      List<Market> markets, ToDoubleFunction<Pair> part, ToDoubleFunction<Pair> whole) {
    List<Pair> pairs = markets.stream().flatMap(market -> market.flagged.stream()).toList();
    return pairs.stream().mapToDouble(part).sum() / pairs.stream().mapToDouble(whole).sum();
  }
}
