package dev.hindsight.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriverShareTest {
  // scipy 1.17.1: binom.sf(observed - 1, total, expected / total_expected)
  @ParameterizedTest(name = "{0} of {1}, share {2}")
  @CsvSource(
      textBlock =
          """
          9,  20, 0.2, 0.009981786320724306
          3,  6,  0.1, 0.015850000000000003
          20, 20, 1.0, 1.0
          0,  5,  0.3, 1.0
          40, 50, 0.5, 1.1930665838377763e-05
          """)
  void pValueAgreesWithScipy(long observed, long total, double share, double p) {
    assertThat(new DriverShare(observed, 7 * share, total, 7).pValue())
        .isCloseTo(p, within(1e-10 * p));
  }

  @Test
  void aDriverNeedsThreeEvents() {
    assertThat(new DriverShare(2, 0.01, 20, 10).isDriver(0.001)).isFalse();
    assertThat(new DriverShare(3, 0.01, 20, 10).isDriver(0.049)).isTrue();
    assertThat(new DriverShare(3, 0.01, 20, 10).isDriver(0.05)).isFalse();
  }

  @Test
  void expectedIsThatOfTheOtherValues() {
    assertThat(new DriverShare(12, 4, 20, 10).expectedAtOtherValues())
        .hasValueCloseTo(4 * 8 / 6.0, within(1e-12));
    assertThat(new DriverShare(20, 10, 20, 10).expectedAtOtherValues()).isEmpty();
  }

  @Test
  void sumsInAnotherOrderMayExceedTheTotalByTheirRounding() {
    assertThat(new DriverShare(5, 0.1 + 0.2, 5, 0.3).pValue()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"6, 1.0, 5, 2.0", "1, 3.0, 5, 2.0", "1, 0.0, 5, 2.0", "-1, 1.0, 5, 2.0"})
  void whatIsNoPartIsRefused(long observed, double expected, long total, double totalExpected) {
    assertThatThrownBy(() -> new DriverShare(observed, expected, total, totalExpected))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "%d observed of %s expected is no part of %d of %s",
            observed, expected, total, totalExpected);
  }
}
