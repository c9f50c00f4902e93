package dev.hindsight.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCountTest {
  // PHEindicatormethods' test data: byars_lower(x, confidence), byars_upper(x, confidence)
  @ParameterizedTest(name = "{0} events, {1}")
  @CsvSource(
      textBlock =
          """
          65, 0.95,  50.163187710459454,   82.84913854593984
          1,  0.95,  0.01307213290150435,  5.5637555824752605
          65, 0.998, 42.8802614714802,     94.00029084431802
          """)
  void byarAgreesWithPheIndicatorMethods(long events, double confidence, double low, double high) {
    Interval interval = new EventCount(events).byar(confidence);

    assertThat(interval.low()).isCloseTo(low, within(1e-12));
    assertThat(interval.high()).isCloseTo(high, within(1e-12));
  }

  // PHEindicatormethods' test data: phe_rate(x, n, confidence), the exact interval below 10
  @ParameterizedTest(name = "{0} events, {1}")
  @CsvSource(
      textBlock =
          """
          1, 0.95,  0.025317807984289897,  5.571643390938898
          5, 0.95,  1.62348639011842,      11.668332079322669
          1, 0.998, 0.0010005003335835344, 9.233413476451585
          """)
  void exactAgreesWithPheIndicatorMethods(long events, double confidence, double low, double high) {
    Interval interval = new EventCount(events).exact(confidence);

    assertThat(interval.low()).isCloseTo(low, within(1e-9));
    assertThat(interval.high()).isCloseTo(high, within(1e-9));
  }

  @Test
  void nineEventsAreTheLastWithAnExactInterval() {
    assertThat(new EventCount(9).interval(0.95)).isEqualTo(new EventCount(9).exact(0.95));
    assertThat(new EventCount(9).interval(0.95)).isNotEqualTo(new EventCount(9).byar(0.95));
  }

  @Test
  void tenEventsAreTheFirstWithByarsInterval() {
    assertThat(new EventCount(10).interval(0.95)).isEqualTo(new EventCount(10).byar(0.95));
    assertThat(new EventCount(10).interval(0.95)).isNotEqualTo(new EventCount(10).exact(0.95));
  }

  @Test
  void noEventsHaveAnIntervalThatStartsAtZero() {
    Interval interval = new EventCount(0).interval(0.95);

    // The exact upper bound without events is -ln(0.025).
    assertThat(interval.low()).isZero();
    assertThat(interval.high()).isCloseTo(-Math.log(0.025), within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 5, 9, 10, 11, 50, 999, 100_000})
  void everyIntervalContainsItsCountAndGrowsWithConfidence(long events) {
    Interval usual = new EventCount(events).interval(0.95);
    Interval wide = new EventCount(events).interval(0.998);

    assertThat((double) events).isBetween(usual.low(), usual.high());
    assertThat(wide.low()).isLessThanOrEqualTo(usual.low());
    assertThat(wide.high()).isGreaterThan(usual.high());
  }

  @Test
  void whatHasNoOrderOrNoEndIsNoInterval() {
    Interval interval = new EventCount(0).interval(0.95);

    assertThatThrownBy(() -> interval.dividedBy(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("NaN to Infinity is no interval");
    assertThatThrownBy(() -> new Interval(2, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2.0 to 1.0 is no interval");
    assertThatThrownBy(() -> new Interval(2, Double.POSITIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2.0 to Infinity is no interval");
  }

  @Test
  void negativeCountsAreRefused() {
    assertThatThrownBy(() -> new EventCount(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("-1 is no count of events");
  }
}
