package dev.hindsight.analytics.programs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.marts.BoundOperator;
import dev.hindsight.datasets.marts.BoundStanding;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundJudgementTest {
  // The probabilities of the first rows are those of JeffreysRateTest.
  @ParameterizedTest(name = "{0} of {1} {2} {3}, from {4}: {6}")
  @CsvSource(
      textBlock =
          """
          1,    50,    BELOW,    0.01,  0,    true,  NEAR
          2,    50,    BELOW,    0.01,  0,    true,  BROKEN
          0,    200,   BELOW,    0.01,  0,    false, OK
          0,    5,     BELOW,    0.01,  0,    false, OK
          9,    1000,  BELOW,    0.01,  0,    false, NEAR
          10,   1000,  BELOW,    0.01,  0,    true,  NEAR
          10,   1000,  AT_MOST,  0.01,  0,    false, NEAR
          1000, 40000, BELOW,    0.03,  0,    false, OK
          27,   30,    ABOVE,    0.95,  0,    true,  NEAR
          24,   30,    ABOVE,    0.95,  0,    true,  BROKEN
          30,   30,    ABOVE,    0.95,  0,    false, OK
          19,   20,    ABOVE,    0.95,  0,    true,  NEAR
          19,   20,    AT_LEAST, 0.95,  0,    false, NEAR
          2,    100,   AT_MOST,  0.003, 3,    false, NEAR
          3,    100,   AT_MOST,  0.003, 3,    true,  BROKEN
          1,    100,   AT_MOST,  0.003, 3,    false, OK
          49,   1000,  BELOW,    0.015, 100,  false, OK
          50,   1000,  BELOW,    0.015, 100,  false, NEAR
          99,   1000,  BELOW,    0.015, 100,  false, NEAR
          100,  1000,  BELOW,    0.015, 100,  true,  BROKEN
          200,  100,   BELOW,    0.015, 100,  true,  BROKEN
          """)
  void standingIsSaidByRateChanceAndWeight(
      long numerator,
      long denominator,
      BoundOperator operator,
      double bound,
      long minimum,
      boolean isBeyond,
      BoundStanding standing) {
    BoundJudgement judgement = new BoundJudgement(numerator, denominator, operator, bound, minimum);

    assertThat(judgement.isBeyond()).isEqualTo(isBeyond);
    assertThat(judgement.standing()).isEqualTo(standing);
  }

  /** The example: half of a bound of 1 %, 50 orders. */
  @Test
  void healthySmallSellerIsRarelySaidToHaveBrokenABound() {
    BinomialDistribution orders = BinomialDistribution.of(50, 0.005);
    double beyond = 0;
    double broken = 0;
    for (int defects = 0; defects <= 50; defects++) {
      BoundJudgement judgement = new BoundJudgement(defects, 50, BoundOperator.BELOW, 0.01, 0);
      beyond += judgement.isBeyond() ? orders.probability(defects) : 0;
      broken += judgement.standing() == BoundStanding.BROKEN ? orders.probability(defects) : 0;
    }

    assertThat(beyond).isBetween(0.22, 0.223);
    assertThat(broken).isLessThan(0.03);
  }
}
