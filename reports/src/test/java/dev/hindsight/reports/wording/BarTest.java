package dev.hindsight.reports.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BarTest {

  @Test
  void whatExceedsTheRangeIsShownApart() {
    Bar bar = new Bar(31, 6L, 19L, 31);

    assertThat(bar.ordinaryPercent()).isEqualTo(61);
    assertThat(bar.excessPercent()).isEqualTo(39);
    assertThat(bar.emptyPercent()).isZero();
    assertThat(bar.bandStartPercent()).isEqualTo(19);
    assertThat(bar.bandPercent()).isEqualTo(42);
    assertThat(bar.afterBandPercent()).isEqualTo(39);
  }

  @Test
  void partsAlwaysFillTheRoom() {
    for (long value = 0; value < 40; value++) {
      for (long high = 0; high < 40; high++) {
        Bar bar = new Bar(value, high / 2, high, Math.max(1, Math.max(value, high)));

        assertThat(bar.ordinaryPercent() + bar.excessPercent() + bar.emptyPercent()).isEqualTo(100);
        assertThat(bar.bandStartPercent() + bar.bandPercent() + bar.afterBandPercent())
            .isEqualTo(100);
        assertThat(bar.ordinaryPercent()).isNotNegative();
        assertThat(bar.afterBandPercent()).isNotNegative();
      }
    }
  }

  @Test
  void withoutARangeThereIsNoBand() {
    assertThat(new Bar(3, null, null, 5).hasBand()).isFalse();
  }
}
