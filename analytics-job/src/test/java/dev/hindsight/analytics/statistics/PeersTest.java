package dev.hindsight.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeersTest {
  // The books of the sample's s-062 in the week of 11 May, as DECISIONS.md works it out
  private static final double RATE = 512 / 16_248.0;
  private static final Peers CATEGORY_AND_WEEK = new Peers(7, 1, 73);
  private static final Peers WEEK = new Peers(52, 38, 1184);
  private static final Peers MARKETPLACE = new Peers(63, 471, 15_410);

  @Test
  void expectedComesFromTheFinestStratumThatIsLargeEnough() {
    Peers peers = Peers.finest(List.of(CATEGORY_AND_WEEK, WEEK, MARKETPLACE), RATE).orElseThrow();

    assertThat(peers).isEqualTo(WEEK);
    assertThat(peers.with(31).expected()).isCloseTo(0.99, within(0.005));
  }

  @Test
  void whereTheWeekIsTooSmallTheMarketplaceIsTaken() {
    Peers peers =
        Peers.finest(List.of(CATEGORY_AND_WEEK, new Peers(30, 9, 100), MARKETPLACE), RATE)
            .orElseThrow();

    assertThat(peers.with(12).expected()).isCloseTo(0.37, within(0.005));
  }

  @Test
  void whereEvenTheMarketplaceIsTooSmallThereIsNoReference() {
    assertThat(Peers.finest(List.of(CATEGORY_AND_WEEK, new Peers(4, 900, 90_000)), RATE)).isEmpty();
    assertThat(Peers.finest(List.of(new Peers(0, 0, 0)), RATE)).isEmpty();
    assertThat(Peers.finest(List.of(MARKETPLACE), 0)).isEmpty();
  }

  @ParameterizedTest(name = "{0} sellers with {1}: {2}")
  @CsvSource({"5, 500, true", "4, 500, false", "5, 499.9, false", "90, 499.9, false"})
  void fiveSellersAndFiveEventsAtTheMarketplacesRateAreEnough(
      long sellers, double exposure, boolean areEnough) {
    assertThat(new Peers(sellers, 0, exposure).areEnough(0.01)).isEqualTo(areEnough);
    assertThat(new Peers(sellers, 9_999, exposure).areEnough(0.01)).isEqualTo(areEnough);
  }

  @ParameterizedTest
  @CsvSource({"-1, 0, 1.0", "1, -1, 1.0", "1, 0, NaN", "1, 0, -1.0"})
  void whatAreNoPeersIsRefused(long sellers, long events, double exposure) {
    assertThatThrownBy(() -> new Peers(sellers, events, exposure))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("%d events of %s at %d sellers are no peers", events, exposure, sellers);
  }
}
