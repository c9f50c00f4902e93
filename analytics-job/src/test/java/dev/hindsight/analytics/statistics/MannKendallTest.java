package dev.hindsight.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MannKendallTest {
  // recomputed (golden.md), as pyMannKendall's original_test does it
  @Test
  void trendAgreesWithTheRecomputedOne() {
    MannKendall trend = MannKendall.of(new double[] {1, 3, 2, 4, 4, 6, 5, 7, 8, 8});

    assertThat(trend.score()).isEqualTo(39);
    assertThat(trend.variance()).isCloseTo(123, within(1e-9));
    assertThat(trend.zScore()).isCloseTo(3.4263446, within(5e-8));
    assertThat(trend.pValue()).isCloseTo(0.00061176, within(5e-9));
    assertThat(trend.slope()).isEqualTo(0.75);
  }

  @Test
  void aFlatSeriesHasNoTrend() {
    MannKendall trend = MannKendall.of(new double[] {2, 2, 2, 2});

    assertThat(trend.zScore()).isZero();
    assertThat(trend.pValue()).isEqualTo(1);
    assertThat(trend.slope()).isZero();
  }

  @Test
  void theOtherWayRoundTheTrendIsTheOpposite() {
    MannKendall rising = MannKendall.of(new double[] {1, 2, 4, 3, 9});
    MannKendall falling = MannKendall.of(new double[] {9, 3, 4, 2, 1});

    assertThat(falling.zScore()).isEqualTo(-rising.zScore());
    assertThat(falling.slope()).isEqualTo(-rising.slope());
    assertThat(falling.pValue()).isEqualTo(rising.pValue());
  }

  @Test
  void oneValueOrOneThatIsNoNumberHasNoTrend() {
    assertThatThrownBy(() -> MannKendall.of(new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("[1.0] has no trend");
    assertThatThrownBy(() -> MannKendall.of(new double[] {1, Double.NaN}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("[1.0, NaN] has no trend");
  }
}
