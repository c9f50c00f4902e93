package dev.hindsight.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastTest {
  /** 41 of 20.42 with 1/α = 0.05: 1.509 rather than 2.01. */
  private static final ShrunkenRatio BASELINE = new ShrunkenRatio(0.05, 41, 20.42);

  @Test
  void forecastIsTheShrunkenRatioTimesWhatIsExpected() {
    Forecast forecast = new Forecast(BASELINE, 18);

    assertThat(forecast.count()).isCloseTo(27.16476991588323, within(1e-12));
    // 27.165 + 27.165² / (1 / 0.05 + 41)
    assertThat(forecast.variance()).isCloseTo(39.26189654838937, within(1e-12));
  }

  @Test
  void withoutVarianceAmongSellersTheForecastIsWhatIsExpected() {
    Forecast forecast = new Forecast(new ShrunkenRatio(0, 41, 20.42), 18);

    assertThat(forecast.count()).isEqualTo(18);
    assertThat(forecast.variance()).isEqualTo(18);
  }

  @Test
  void forecastOfNothingIsNothing() {
    assertThat(new Forecast(BASELINE, 0).count()).isZero();
    assertThatThrownBy(() -> new Forecast(BASELINE, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("-1.0 is no expected count");
  }

  // scipy 1.17.1: chi2.ppf(0.025, 2 * 12 / 1.8) / 2 / (20 / 1.8), chi2.isf(0.025, 2 * 12 / 1.8 + 2)
  @Test
  void intervalIsThatOfTheCountsDividedByTheirDispersion() {
    Interval interval = new ForecastCount(12, 20, 1.8).interval(0.95);

    assertThat(interval.low()).isCloseTo(0.2346221138697453, within(1e-12));
    assertThat(interval.high()).isCloseTo(1.257391658288131, within(1e-12));
  }

  // scipy 1.17.1: a, b, s = 40 / d1, 60 / d2, (50 / d1) / (50 / d1 + 50 / d2);
  // beta.ppf(0.025, a, b + 1), beta.isf(0.025, a + 1, b), beta.cdf(s, a, b + 1)
  @ParameterizedTest
  @CsvSource({
    "1, 1, 0.43532724469171075, 1.0112260587935469, 0.05688793364098079",
    "2, 1.6, 0.3670831967104344, 1.1767779203980662, 0.17786238345063635"
  })
  void comparisonAgreesWithScipy(double d1, double d2, double low, double high, double pValue) {
    ForecastComparison comparison =
        new ForecastComparison(new ForecastCount(40, 50, d1), new ForecastCount(60, 50, d2));

    assertThat(comparison.value()).hasValueCloseTo(2 / 3.0, within(1e-12));
    Interval interval = comparison.interval(0.95).orElseThrow();
    assertThat(interval.low()).isCloseTo(low, within(1e-9));
    assertThat(interval.high()).isCloseTo(high, within(1e-9));
    assertThat(comparison.pValue()).isCloseTo(pValue, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"40, 60", "0, 7", "11, 21", "3000, 2500"})
  void withoutDispersionTwoCountsAreTwoRates(long advised, long others) {
    ForecastComparison comparison =
        new ForecastComparison(
            new ForecastCount(advised, 45.5, 1), new ForecastCount(others, 50.25, 1));
    RateRatio rates = new RateRatio(advised, 45.5, others, 50.25);

    Interval interval = comparison.interval(0.95).orElseThrow();
    Interval exact = rates.interval(0.95).orElseThrow();
    assertThat(interval.low()).isCloseTo(exact.low(), within(1e-9));
    assertThat(interval.high()).isCloseTo(exact.high(), within(1e-9));
    assertThat(comparison.pValue()).isCloseTo(rates.pValue(), within(1e-9));
  }

  @Test
  void withoutDisputesOfTheOthersThereIsNoRatioButATest() {
    ForecastComparison comparison =
        new ForecastComparison(new ForecastCount(6, 10, 1), new ForecastCount(0, 10, 1));

    assertThat(comparison.value()).isEmpty();
    assertThat(comparison.interval(0.95)).isEmpty();
    assertThat(comparison.pValue()).isCloseTo(2 / 64.0, within(1e-12));
  }

  @Test
  void dispersionIsTheLargestOfChanceBaselinesAndSellers() {
    assertThat(new ForecastGroup(11, 40, 50, 75, 0).dispersion()).isEqualTo(1.5);
    // 88 / 40 x 11 / 10
    assertThat(new ForecastGroup(11, 40, 50, 75, 88).dispersion()).isCloseTo(2.42, within(1e-12));
    assertThat(new ForecastGroup(1, 40, 50, 50, 0).dispersion()).isEqualTo(1);
    assertThat(new ForecastGroup(20, 0, 50, 60, 0).dispersion()).isEqualTo(1.2);
  }

  @ParameterizedTest
  @CsvSource({"10, 10, true", "9, 100, false", "100, 9.9, false", "0, 0, false"})
  void groupIsComparableByItsSize(long sellers, double forecast, boolean isComparable) {
    assertThat(new ForecastGroup(sellers, 0, forecast, forecast, 0).isComparable())
        .isEqualTo(isComparable);
  }

  @Test
  void countsThatCannotBeComparedAreRefused() {
    assertThatThrownBy(() -> new ForecastCount(3, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("3 events of 0.0 forecast with dispersion 1.0 cannot be compared");
  }
}
