package dev.hindsight.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunnelLimitsTest {
  // FunnelPlotR's tests: funnel_plot(..., data_type = "SR", target 1), E = 15
  @ParameterizedTest(name = "{0}")
  @CsvSource({"0.95, 0.5596924, 1.649348", "0.998, 0.3862650, 2.082907"})
  void exactLimitsAgreeWithFunnelPlotR(double confidence, double low, double high) {
    Interval limits = FunnelLimits.exact(15, confidence);

    assertThat(limits.low()).isCloseTo(low, within(5e-8));
    assertThat(limits.high()).isCloseTo(high, within(5e-7));
  }

  // FunnelPlotR's formulas (CQC, 10 % winsorised), recomputed with numpy 2.4.6: quantile type 7
  @Test
  void overdispersionAgreesWithFunnelPlotR() {
    Overdispersion overdispersion =
        Overdispersion.of(
            ratios(new long[] {100, 150, 180, 80, 120, 225}, 108, 112, 165, 95, 100, 220));

    assertThat(overdispersion.phi()).isCloseTo(2.327178257594, within(1e-12));
    assertThat(overdispersion.tauSquared()).isCloseTo(0.003439780154, within(1e-12));
  }

  @Test
  void ratiosThatScatterLessThanByChanceHaveNoOverdispersion() {
    Overdispersion overdispersion =
        Overdispersion.of(ratios(new long[] {10, 21, 29, 41}, 10, 20, 30, 40));

    assertThat(overdispersion.phi()).isLessThan(1);
    assertThat(overdispersion.tauSquared()).isZero();
  }

  @Test
  void oneHugeRatioBesideATinyOneHasAFiniteOverdispersion() {
    assertThat(Overdispersion.of(ratios(new long[] {3, 2_000_000_000}, 1e-10, 1e9)).tauSquared())
        .isFinite()
        .isPositive();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void whatIsNoExpectationHasNoLimits(double expected) {
    assertThatThrownBy(() -> FunnelLimits.exact(expected, 0.95))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("%s is no expected count; it is above 0", expected);
    assertThatThrownBy(() -> FunnelLimits.overdispersed(expected, 0.1, 0.95))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("%s is no expected count; it is above 0", expected);
  }

  @Test
  void oneRatioTellsNoDispersion() {
    assertThatThrownBy(() -> Overdispersion.of(List.of(new StandardisedRatio(1, 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 ratios tell no dispersion");
  }

  @Test
  void limitsContainOneNarrowWithExpectationAndWidenWithOverdispersion() {
    Interval wider = FunnelLimits.exact(0.01, 0.998);
    for (double expected = 0.02; expected < 1e7; expected *= 2) {
      Interval exact = FunnelLimits.exact(expected, 0.998);
      Interval overdispersed = FunnelLimits.overdispersed(expected, 0.01, 0.998);
      Interval without = FunnelLimits.overdispersed(expected, 0, 0.998);

      assertThat(1.0).isBetween(exact.low(), exact.high());
      assertThat(exact.high()).isLessThan(wider.high());
      assertThat(exact.low()).isGreaterThanOrEqualTo(wider.low());
      assertThat(overdispersed.high()).isGreaterThan(without.high());
      assertThat(overdispersed.low()).isBetween(0.0, without.low());
      wider = exact;
    }
  }

  private static List<StandardisedRatio> ratios(long[] observed, double... expected) {
    return IntStream.range(0, observed.length)
        .mapToObj(i -> new StandardisedRatio(observed[i], expected[i]))
        .toList();
  }
}
