package dev.hindsight.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {
  // 65 of 100: PHEindicatormethods' test data, wilson_lower(65, 100, 0.95), wilson_upper(65, 100,
  // 0.95)
  // 4 of 200: statsmodels' tests, from R: binom.confint(4, 200, methods = "wilson")
  // the others: statsmodels 0.15.0, proportion_confint(part, whole, alpha=0.05, method="wilson")
  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource(
      textBlock =
          """
          65, 100, 0.5525444329688797,  0.7363575175690247
          4,  200, 0.00780442641634947, 0.05028708690582643
          0,  8,   0.0,                 0.32440756488388034
          12, 40,  0.1807484522974653,  0.45430018818144946
          8,  8,   0.6755924351161198,  1.0
          """)
  void wilsonAgreesWithOtherPrograms(long part, long whole, double low, double high) {
    Interval interval = new Proportion(part, whole).wilson(0.95);

    assertThat(interval.low()).isCloseTo(low, within(1e-12));
    assertThat(interval.high()).isCloseTo(high, within(1e-12));
  }

  // statsmodels' tests: proportion_confint(0, 30, method="wilson"), eight digits
  @Test
  void noneOfThirtyStillHasAnUpperBound() {
    Interval interval = new Proportion(0, 30).wilson(0.95);

    assertThat(interval.low()).isZero();
    assertThat(interval.high()).isCloseTo(0.11351339, within(5e-9));
  }

  // Rounding alone left this range in statsmodels, issue 7386.
  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource({"38, 38", "0, 77", "0, 1", "1, 1"})
  void boundsStayBetweenZeroAndOne(long part, long whole) {
    Interval interval = new Proportion(part, whole).wilson(0.95);

    assertThat(interval.low()).isBetween(0.0, 1.0);
    assertThat(interval.high()).isBetween(0.0, 1.0);
  }

  // statsmodels' tests: proportion_confint(4, 200, method="beta"), from R: binom.confint
  @Test
  void exactIntervalAgreesWithStatsmodels() {
    Interval interval = new Proportion(4, 200).exact(0.95);

    assertThat(interval.low()).isCloseTo(0.005475565879556443, within(1e-12));
    assertThat(interval.high()).isCloseTo(0.05041360908989634, within(1e-12));
  }

  @Test
  void exactIntervalsAreWiderThanWilsonsAndStayBetweenZeroAndOne() {
    assertThat(new Proportion(0, 8).exact(0.95).low()).isZero();
    assertThat(new Proportion(8, 8).exact(0.95).high()).isEqualTo(1);
    for (long part = 0; part <= 40; part++) {
      Proportion share = new Proportion(part, 40);

      assertThat(width(share.exact(0.95))).isGreaterThan(width(share.wilson(0.95)));
    }
  }

  @Test
  void wholesBeyondAnIntHaveAnInterval() {
    Interval interval = new Proportion(3_000_000_000L, 6_000_000_000L).wilson(0.95);

    assertThat(interval.low()).isCloseTo(0.4999873, within(1e-7));
    assertThat(interval.high()).isCloseTo(0.5000127, within(1e-7));
  }

  @Test
  void everyIntervalContainsItsShare() {
    for (long whole = 1; whole <= 60; whole++) {
      for (long part = 0; part <= whole; part++) {
        Proportion share = new Proportion(part, whole);

        Interval interval = share.wilson(0.95);

        assertThat(share.value())
            .as("%d of %d", part, whole)
            .isBetween(interval.low(), interval.high());
      }
    }
  }

  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource({"0, 0", "1, 0", "-1, 5", "6, 5"})
  void whatIsNoShareIsRefused(long part, long whole) {
    assertThatThrownBy(() -> new Proportion(part, whole))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("%d of %d is no share".formatted(part, whole));
  }

  private static double width(Interval interval) {
    return interval.high() - interval.low();
  }
}
