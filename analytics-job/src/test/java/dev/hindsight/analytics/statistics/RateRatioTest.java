package dev.hindsight.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RateRatioTest {
  // R 4: poisson.test(c(11, 6 + 8 + 7), c(800, 1083 + 1050 + 878)), from its help page: ratio
  // 1.971488, interval 0.8584264 to 4.2772659
  @Test
  void intervalAgreesWithR() {
    RateRatio ratio = new RateRatio(11, 800, 21, 3011);

    assertThat(ratio.value()).hasValueCloseTo(1.971488, within(5e-7));
    Interval interval = ratio.interval(0.95).orElseThrow();
    assertThat(interval.low()).isCloseTo(0.8584264, within(5e-8));
    assertThat(interval.high()).isCloseTo(4.2772659, within(5e-8));
  }

  // scipy 1.17.1: beta.ppf(0.025, a, b + 1), beta.ppf(0.975, a + 1, b) as odds times u / t
  @ParameterizedTest(name = "{0}")
  @MethodSource
  void intervalsAgreeWithScipy(RateRatio ratio, Interval expected) {
    Interval interval = ratio.interval(0.95).orElseThrow();

    assertThat(interval.low()).isCloseTo(expected.low(), within(1e-9));
    assertThat(interval.high()).isCloseTo(expected.high(), within(1e-9));
  }

  static Stream<Arguments> intervalsAgreeWithScipy() {
    return Stream.of(
        arguments(
            new RateRatio(11, 800, 21, 3011), new Interval(0.8584264033916397, 4.277265943654075)),
        arguments(
            new RateRatio(41, 20.42, 25, 18.9),
            new Interval(0.9012922200487228, 2.6046336977402547)),
        arguments(new RateRatio(0, 10, 7, 12.5), new Interval(0, 0.8672674751205655)),
        arguments(
            new RateRatio(60, 20, 60, 20), new Interval(0.6873913974737874, 1.4547752614814087)),
        arguments(
            new RateRatio(3000, 1000, 2500, 1000),
            new Interval(1.1375883408310998, 1.2659179300506762)));
  }

  // scipy 1.17.1: s = t / (t + u); binom.sf(a - 1, a + b, s), binom.cdf(a, a + b, s)
  @ParameterizedTest(name = "{0}")
  @MethodSource
  void tailsAgreeWithScipy(RateRatio ratio, double increase, double decrease) {
    assertThat(ratio.pValueOfIncrease()).isCloseTo(increase, within(1e-9 * increase));
    assertThat(ratio.pValueOfDecrease()).isCloseTo(decrease, within(1e-9 * decrease));
  }

  static Stream<Arguments> tailsAgreeWithScipy() {
    return Stream.of(
        arguments(new RateRatio(11, 800, 21, 3011), 0.05600865978769968, 0.9759318232273121),
        arguments(new RateRatio(41, 20.42, 25, 18.9), 0.061988810583066455, 0.9631380559760182),
        arguments(new RateRatio(0, 10, 7, 12.5), 1.0, 0.016333996728810078),
        arguments(new RateRatio(60, 20, 60, 20), 0.536342489455058, 0.536342489455058),
        arguments(
            new RateRatio(3000, 1000, 2500, 1000), 8.307628052711332e-12, 0.9999999999931035));
  }

  @Test
  void twoSidedIsTwiceTheSmallerTailAndAtMostOne() {
    RateRatio risen = new RateRatio(11, 800, 21, 3011);

    assertThat(risen.pValue()).isEqualTo(2 * risen.pValueOfIncrease());
    assertThat(new RateRatio(60, 20, 60, 20).pValue()).isEqualTo(1);
  }

  @Test
  void differenceIsSignificantWhereTheIntervalLeavesOutOne() {
    RandomCounts random = new RandomCounts(2);
    for (int i = 0; i < 2_000; i++) {
      RateRatio ratio =
          new RateRatio(
              random.below(60),
              random.logUniform(1, 30),
              1 + random.below(60),
              random.logUniform(1, 30));
      Interval interval = ratio.interval(0.95).orElseThrow();

      assertThat(ratio.value().orElseThrow()).isBetween(interval.low(), interval.high());
      assertThat(ratio.pValue() < 0.05)
          .as("%s", ratio)
          .isEqualTo(interval.low() > 1 || interval.high() < 1);
    }
  }

  @Test
  void theOtherWayRoundTailsAreExchanged() {
    RateRatio ratio = new RateRatio(7, 3.5, 12, 9);
    RateRatio inverse = new RateRatio(12, 9, 7, 3.5);

    assertThat(inverse.pValueOfDecrease()).isCloseTo(ratio.pValueOfIncrease(), within(1e-12));
    assertThat(inverse.interval(0.95).orElseThrow().low())
        .isCloseTo(1 / ratio.interval(0.95).orElseThrow().high(), within(1e-9));
  }

  @Test
  void withoutBaseEventsThereIsATestButNoRatio() {
    RateRatio ratio = new RateRatio(6, 10, 0, 10);

    assertThat(ratio.value()).isEmpty();
    assertThat(ratio.interval(0.95)).isEmpty();
    assertThat(ratio.pValue()).isCloseTo(2 / 64.0, within(1e-15));
  }

  @Test
  void withoutAnyEventNothingDiffers() {
    assertThat(new RateRatio(0, 10, 0, 99).pValue()).isEqualTo(1);
  }

  @Test
  void countsBeyondAnIntAreTested() {
    RateRatio ratio = new RateRatio(4_000_000_000L, 1, 4_000_000_000L, 1);

    assertThat(ratio.pValue()).isEqualTo(1);
    assertThat(ratio.interval(0.95).orElseThrow().high()).isCloseTo(1.00004, within(1e-5));
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 1.0, 0, 1.0",
    "0, 0.0, 0, 1.0",
    "0, 1.0, -1, 1.0",
    "0, 1.0, 0, NaN",
    "0, Infinity, 0, 1.0"
  })
  void whatAreNoTwoRatesIsRefused(long events, double exposure, long base, double baseExposure) {
    assertThatThrownBy(() -> new RateRatio(events, exposure, base, baseExposure))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "%d events of %s against %d of %s are no two rates",
            events, exposure, base, baseExposure);
  }
}
