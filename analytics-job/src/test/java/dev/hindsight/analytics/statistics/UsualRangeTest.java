package dev.hindsight.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsualRangeTest {
  private static final double TAIL = 0.025;

  @ParameterizedTest(name = "{0} expected")
  @ValueSource(doubles = {0.01, 0.5, 1, 2.9, 3.7, 5, 10, 15, 40.25, 100, 333.3})
  void tailsHoldAtMostTwoAndAHalfPercentEachAndOneStepInwardHoldsMore(double expected) {
    UsualRange range = UsualRange.of(NegativeBinomial.poisson(expected), 0.95);

    assertThat(atMost(range.low() - 1, expected)).isLessThanOrEqualTo(TAIL);
    assertThat(atMost(range.low(), expected)).isGreaterThan(TAIL);
    assertThat(above(range.high(), expected)).isLessThanOrEqualTo(TAIL);
    assertThat(above(range.high() - 1, expected)).isGreaterThan(TAIL);
  }

  @ParameterizedTest(name = "{0} expected")
  @ValueSource(doubles = {0.01, 0.5, 5, 40.25, 333.3})
  void spreadOfOrdinarySellersWidensTheRangeByItsOwnTails(double expected) {
    NegativeBinomial counts = new NegativeBinomial(expected, 0.1);

    UsualRange range = UsualRange.of(counts, 0.95);

    assertThat(counts.probabilityOfAtMost(range.low() - 1)).isLessThanOrEqualTo(TAIL);
    assertThat(counts.probabilityOfAtMost(range.low())).isGreaterThan(TAIL);
    assertThat(counts.probabilityOfAtLeast(range.high() + 1)).isLessThanOrEqualTo(TAIL);
    assertThat(counts.probabilityOfAtLeast(range.high())).isGreaterThan(TAIL);
  }

  @Test
  void expectationIsWithinItsRange() {
    for (double expected = 0.05; expected < 60; expected += 0.35) {
      UsualRange range = UsualRange.of(NegativeBinomial.poisson(expected), 0.95);

      assertThat((double) range.low()).isLessThanOrEqualTo(expected);
      assertThat(range.high() + 1.0).isGreaterThan(expected);
    }
  }

  @Test
  void summedTailsAreThoseOfThePoissonDistribution() {
    assertThat(atMost(1, 2)).isCloseTo(3 * Math.exp(-2), within(1e-15));
  }

  /** P(X <= count), summed term by term. */
  private static double atMost(long count, double expected) {
    double term = Math.exp(-expected);
    double sum = 0;
    for (long k = 0; k <= count; k++) {
      sum += term;
      term *= expected / (k + 1);
    }
    return sum;
  }

  private static double above(long count, double expected) {
    return 1 - atMost(count, expected);
  }
}
