package dev.hindsight.reports.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hindsight.reports.overview.Funnel.Limit;
import dev.hindsight.reports.overview.Funnel.Seller;
import dev.hindsight.reports.overview.Funnel.Standing;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FunnelSellersTest {
  @Test
  void flaggedSellersAreDrawnAndOfTheOthersThoseWithMostExpected() {
    FunnelSellers sellers = new FunnelSellers(2);
    sellers.addCause(
        new FunnelSellers.CauseRow("cause", "LATE_DELIVERY", 9, 2.0, 0.01, true, false));
    sellers.addCause(new FunnelSellers.CauseRow("large", "DEFECTIVE", 1, 2.0, 0.9, false, false));
    sellers.add(scorecard("small", 1.0, 0.9));
    sellers.add(scorecard("large", 30.0, 0.9));
    sellers.add(scorecard("middle", 10.0, null));
    sellers.add(scorecard("flagged", 0.5, 0.049));
    sellers.add(scorecard("cause", 0.4, 0.05));
    sellers.add(scorecard("tiny", 0.09, 0.9));
    sellers.add(scorecard("unknown", null, null));
    sellers.addName(new FunnelSellers.Name("large", "Large & Co"));

    Funnel funnel = sellers.funnel();

    assertThat(funnel.sellers())
        .extracting(Seller::name)
        .containsExactly("Large & Co", "middle", "flagged", "cause");
    assertThat(funnel.sellers())
        .extracting(Seller::standing)
        .containsExactly(
            Standing.ORDINARY, Standing.ORDINARY, Standing.FLAGGED, Standing.FLAGGED_CAUSE);
    assertThat(funnel.sellers().get(0).ratio()).isEqualTo(6 / 30.0);
    assertThat(funnel.leftOutCount()).isEqualTo(1);
    assertThat(funnel.tooFewCount()).isEqualTo(2);
    assertThat(funnel.flaggedCount()).isEqualTo(1);
    assertThat(funnel.flagged().get(0).ratio()).isEqualTo(4.5);
    assertThat(funnel.spread()).isEqualTo(0.2);
  }

  /**
   * By hand: √((1/4 + 0.11) / 4) = 0.3; 1.959964 × 0.3 = 0.5879892, 3.0902323 × 0.3 = 0.92706970.
   */
  @Test
  void limitsAreSymmetricOnTheSquareRootScale() {
    Limit limit = FunnelLimits.at(4, 0.11);

    assertThat(limit.low95()).isCloseTo(0.4120108 * 0.4120108, within(1e-6));
    assertThat(limit.high95()).isCloseTo(1.5879892 * 1.5879892, within(1e-6));
    assertThat(limit.low998()).isCloseTo(0.0729303 * 0.0729303, within(1e-6));
    assertThat(limit.high998()).isCloseTo(1.9270697 * 1.9270697, within(1e-6));
    assertThat(FunnelLimits.at(0.2, 0).low95()).isZero();
  }

  @Test
  void limitsReachFromTheLeastToTheMost() {
    List<Limit> limits = FunnelLimits.between(0.1, 40, 0);

    assertThat(limits.get(0).expected()).isEqualTo(0.1);
    assertThat(limits.get(limits.size() - 1).expected()).isCloseTo(40, within(1e-9));
  }

  private static FunnelSellers.Scorecard scorecard(
      String id, @Nullable Double expected, @Nullable Double qValue) {
    return new FunnelSellers.Scorecard(id, 100, 6, expected, qValue, 0.2);
  }
}
