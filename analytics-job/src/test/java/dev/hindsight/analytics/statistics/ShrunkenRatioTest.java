package dev.hindsight.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShrunkenRatioTest {
  // scipy 1.17.1: g = gamma(1/v + o, scale=1/(1/v + e)); g.mean(), g.sf(1.5)
  @ParameterizedTest(name = "{1} of {2}, variance {0}")
  @CsvSource(
      textBlock =
          """
          0.05, 41,  20.42, 1.5091538842157348,  0.5018959748384177
          0.3,  0,   4,     0.45454545454545453, 0.0020037370323296305
          0.1,  9,   3,     1.4615384615384617,  0.4246084003495386
          2,    150, 10,    14.333333333333332,  1.0
          1e-6, 100, 80,    1.000019998400128,   0.0
          """)
  void posteriorAgreesWithScipy(
      double variance, long observed, double expected, double value, double above) {
    ShrunkenRatio ratio = new GammaPrior(variance).of(observed, expected);

    assertThat(ratio.value()).isCloseTo(value, within(1e-12));
    assertThat(ratio.probabilityAbove(1.5)).isCloseTo(above, within(1e-9));
  }

  // scipy 1.17.1: g.ppf(.025), g.ppf(.975)
  @ParameterizedTest(name = "{1} of {2}, variance {0}")
  @CsvSource(
      textBlock =
          """
          0.05, 41,  20.42, 1.1543831410436054,  1.910734621638875
          0.3,  0,   4,     0.10462459655589554, 1.0565962426966848
          0.1,  9,   3,     0.8799416280282101,  2.1882892513483063
          2,    150, 10,    12.134872881404652,  16.712117475471263
          1e-6, 100, 80,    0.998061040461299,   1.0019808504931689
          """)
  void intervalsAgreeWithScipy(
      double variance, long observed, double expected, double low, double high) {
    Interval interval = new GammaPrior(variance).of(observed, expected).interval(0.95);

    assertThat(interval.low()).isCloseTo(low, within(1e-9));
    assertThat(interval.high()).isCloseTo(high, within(1e-9));
  }

  @Test
  void shrunkenLiesBetweenRawAndAverageAndInsideItsInterval() {
    RandomCounts random = new RandomCounts(8);
    for (int i = 0; i < 5_000; i++) {
      double expected = random.logUniform(1e-6, 1e5);
      ShrunkenRatio ratio =
          new GammaPrior(random.logUniform(1e-18, 5))
              .of(random.poisson(expected * random.ratio(0.5)), expected);
      double raw = ratio.observed() / expected;

      Interval interval = ratio.interval(0.95);

      assertThat(ratio.value())
          .as("%s", ratio)
          .isBetween(Math.min(1, raw) * (1 - 1e-12), Math.max(1, raw) * (1 + 1e-12))
          .isBetween(interval.low(), interval.high());
      assertThat(ratio.probabilityAbove(interval.low())).isBetween(0.0, 1.0);
    }
  }

  @Test
  void extremesHaveIntervalsAndProbabilities() {
    for (double expected : new double[] {0, 1e-9, 1, 1e3, 1e6, 1e11}) {
      for (double variance : new double[] {0, Double.MIN_VALUE, 1e-300, 1e-14, 1e-3, 1, 1e3}) {
        for (long observed : new long[] {0, 1, 1_000, 1_000_000, 100_000_000_000L}) {
          ShrunkenRatio ratio = new ShrunkenRatio(variance, observed, expected);
          Interval interval = ratio.interval(0.95);

          assertThat(interval.low()).as("%s", ratio).isNotNegative();
          assertThat(interval.high()).as("%s", ratio).isFinite();
          assertThat(ratio.probabilityAbove(1.5)).as("%s", ratio).isBetween(0.0, 1.0);
        }
      }
    }
  }

  @Test
  void moreEventsGiveAHigherRatioAndAHigherProbability() {
    GammaPrior prior = new GammaPrior(0.1);
    for (long observed = 0; observed < 100; observed++) {
      assertThat(prior.of(observed + 1, 20).value()).isGreaterThan(prior.of(observed, 20).value());
      assertThat(prior.of(observed + 1, 20).probabilityAbove(1.2))
          .isGreaterThan(prior.of(observed, 20).probabilityAbove(1.2) - 1e-12);
    }
  }

  @Test
  void withoutVarianceEverythingIsKnown() {
    ShrunkenRatio ratio = GammaPrior.withoutVariance().of(500, 3);

    assertThat(ratio.value()).isEqualTo(1);
    assertThat(ratio.interval(0.95)).isEqualTo(new Interval(1, 1));
    assertThat(ratio.probabilityAbove(0.99)).isEqualTo(1);
    assertThat(ratio.probabilityAbove(1)).isZero();
    assertThat(ratio.avoidable()).isZero();
  }

  @Test
  void withoutAnExpectationThePriorIsAllThatIsKnown() {
    ShrunkenRatio ratio = new GammaPrior(0.25).of(0, 0);

    assertThat(ratio.value()).isEqualTo(1);
    assertThat(ratio.probabilityAbove(0)).isEqualTo(1);
  }

  @Test
  void avoidableIsTheShrunkenExcessAndLessThanTheRawOne() {
    ShrunkenRatio ratio = new GammaPrior(0.05).of(41, 20.42);

    assertThat(ratio.avoidable()).isCloseTo(10.3969, within(5e-5)).isLessThan(41 - 20.42);
    assertThat(ratio.avoidableInterval(0.95).low()).isCloseTo(3.1525, within(5e-5));
    assertThat(ratio.avoidableInterval(0.95).high()).isCloseTo(18.5972, within(5e-5));
  }

  @Test
  void whatIsNoShrunkenRatioIsRefused() {
    assertThatThrownBy(() -> new GammaPrior(0.1).of(-1, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("-1 observed of 2.0 expected with variance 0.1 is no shrunken ratio");
    assertThatThrownBy(() -> new GammaPrior(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("NaN is no variance; it is 0 or more");
  }
}
