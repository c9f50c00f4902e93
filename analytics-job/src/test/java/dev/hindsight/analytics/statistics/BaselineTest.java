package dev.hindsight.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineTest {
  @Test
  void expectedIsThePastAndOneMoreEventForTheLaterExposure() {
    Baseline past = new Baseline(79, 8);

    assertThat(past.expected(1)).isEqualTo(10);
    assertThat(past.spread()).isEqualTo(0.0125);
  }

  @Test
  void aPastWithoutEventsIsUnsure() {
    Baseline past = new Baseline(0, 8);

    assertThat(past.expected(1)).isEqualTo(0.125);
    assertThat(past.spread()).isEqualTo(1);
  }

  @Test
  void tailIsTheExactTestOfTwoRates() {
    RandomCounts random = new RandomCounts(16);
    for (int i = 0; i < 500; i++) {
      Baseline past = new Baseline(random.below(200), random.logUniform(0.1, 100));
      long events = random.below(60);
      double exposure = random.logUniform(0.1, 10);
      double increase =
          new RateRatio(events, exposure, past.events(), past.exposure()).pValueOfIncrease();

      assertThat(
              new NegativeBinomial(past.expected(exposure), past.spread())
                  .probabilityOfAtLeast(events))
          .isCloseTo(increase, within(1e-9 * increase));
    }
  }

  @ParameterizedTest
  @CsvSource({"3, 0.0", "-1, 8.0", "3, NaN", "3, Infinity"})
  void whatIsNoPastIsRefused(long events, double exposure) {
    assertThatThrownBy(() -> new Baseline(events, exposure))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("%d events of %s are no baseline", events, exposure);
  }
}
