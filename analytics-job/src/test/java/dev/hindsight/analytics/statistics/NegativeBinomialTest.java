package dev.hindsight.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NegativeBinomialTest {
  // scipy 1.17.1: nbinom.sf(observed - 1, 1 / spread, 1 / (1 + spread * expected)),
  // nbinom.cdf(observed, ...)
  // 1 of 1e-6: mpmath 1.3.0, 1 - (1 + 5e-8) ** -20 (scipy has six digits of it)
  @ParameterizedTest(name = "{0} of {1} expected, spread {2}")
  @CsvSource(
      textBlock =
          """
          0,       3.5,    0.05,  1.0,                    0.03974135475714913
          1,       1e-6,   0.05,  9.99999475000192e-07,  0.999999999999475
          5,       1.2,    0.2,   0.017044402093095663,   0.9946293348337316
          30,      10,     0.05,  5.870963395339987e-05,  0.9999688255098722
          41,      20.42,  0.08,  0.010032279595187432,   0.992189336851642
          120,     100,    0.001, 0.03462857233918379,    0.9716669743458418
          900,     500,    0.3,   0.08707639382976771,    0.9133135250064844
          10,      0.5,    1e-6,  1.7097394031854498e-10, 0.9999999999922587
          100,     50,     2.0,   0.1588540185575206,     0.8432189090360939
          1000000, 990000, 1e-5,  0.0012012831249881136,  0.9987999212182248
          """)
  void tailsAgreeWithScipy(long observed, double expected, double spread, double high, double low) {
    NegativeBinomial ordinary = new NegativeBinomial(expected, spread);

    assertThat(ordinary.probabilityOfAtLeast(observed)).isCloseTo(high, within(1e-9 * high));
    assertThat(ordinary.probabilityOfAtMost(observed)).isCloseTo(low, within(1e-9 * low));
  }

  // scipy 1.17.1: poisson.sf(observed - 1, expected), poisson.cdf(observed, expected)
  // 1000000: mpmath 1.3.0, gammainc(1000000, 0, 995000, regularized=True) (scipy has five digits)
  @ParameterizedTest(name = "{0} of {1} expected")
  @CsvSource(
      textBlock =
          """
          0,       2,      1.0,                    0.1353352832366127
          5,       1.2,    0.007745788276441408,   0.99849977490177
          10,      10,     0.5420702855281478,     0.5830397501929852
          41,      20.42,  3.9877645432875151e-5, 0.99998099430344885
          26,      10,     1.7680272417471187e-05, 0.9999935770772015
          3,       0.01,   1.6542165280748778e-07, 0.9999999995866529
          1000000, 995000, 2.7495803592700708e-07, 0.9999997264689688
          """)
  void withoutSpreadTailsArePoissons(long observed, double expected, double high, double low) {
    NegativeBinomial chance = NegativeBinomial.poisson(expected);

    assertThat(chance.probabilityOfAtLeast(observed)).isCloseTo(high, within(1e-9 * high));
    assertThat(chance.probabilityOfAtMost(observed)).isCloseTo(low, within(1e-9 * low));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-17, 1e-15, 1e-14, 2e-14, 1e-13, 1e-12, 1e-10})
  void hardlyAnySpreadGivesHardlyAnyDifference(double spread) {
    for (long observed : new long[] {1, 5, 30, 150}) {
      double chance = NegativeBinomial.poisson(12).probabilityOfAtLeast(observed);

      assertThat(new NegativeBinomial(12, spread).probabilityOfAtLeast(observed))
          .isCloseTo(chance, within(1e-6 * chance));
    }
  }

  @Test
  void bothTailsShareTheCountItself() {
    RandomCounts random = new RandomCounts(1);
    for (int i = 0; i < 2_000; i++) {
      NegativeBinomial ordinary =
          new NegativeBinomial(random.logUniform(1e-3, 1e4), random.logUniform(1e-4, 2));
      long observed = random.below(200);

      double high = ordinary.probabilityOfAtLeast(observed);
      double low = ordinary.probabilityOfAtMost(observed - 1);

      assertThat(high + low).as("%s at %d", ordinary, observed).isCloseTo(1, within(1e-10));
      assertThat(high).isBetween(0.0, 1.0);
      assertThat(ordinary.probabilityOfAtLeast(observed + 1)).isLessThanOrEqualTo(high);
    }
  }

  @Test
  void spreadMakesAHighCountLessSurprising() {
    double before = 0;
    for (double spread : new double[] {0, 1e-6, 1e-3, 0.01, 0.05, 0.2, 1}) {
      double high = new NegativeBinomial(20, spread).probabilityOfAtLeast(45);

      assertThat(high).isGreaterThan(before);
      before = high;
    }
  }

  @Test
  void extremesHaveProbabilities() {
    for (double expected : new double[] {1e-9, 1, 1e3, 1e6, 1e9, 1e11}) {
      for (double spread : new double[] {0, Double.MIN_VALUE, 1e-14, 1e-9, 1e-3, 1, 1e3}) {
        for (long observed : new long[] {0, 1, 10, 1_000, 1_000_000, 100_000_000_000L}) {
          NegativeBinomial ordinary = new NegativeBinomial(expected, spread);
          double high = ordinary.probabilityOfAtLeast(observed);
          double low = ordinary.probabilityOfAtMost(observed);

          assertThat(high).as("%s at %d", ordinary, observed).isBetween(0.0, 1.0);
          assertThat(low).as("%s at %d", ordinary, observed).isBetween(0.0, 1.0);
          assertThat(high + low)
              .as("%s at %d", ordinary, observed)
              .isGreaterThanOrEqualTo(1 - 1e-9);
        }
      }
    }
  }

  @Test
  void atLeastNoneIsCertainAndFewerThanNoneImpossible() {
    assertThat(new NegativeBinomial(1e-300, 3).probabilityOfAtLeast(0)).isEqualTo(1);
    assertThat(new NegativeBinomial(1e-300, 3).probabilityOfAtMost(-1)).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void whatIsNoExpectationIsRefused(double expected) {
    assertThatThrownBy(() -> new NegativeBinomial(expected, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("%s is no expected count; it is above 0", expected);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void whatIsNoSpreadIsRefused(double spread) {
    assertThatThrownBy(() -> new NegativeBinomial(1, spread))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("%s is no spread; it is 0 or more", spread);
  }
}
