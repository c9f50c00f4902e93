package dev.hindsight.nightly.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsualCountTest {
  private static final List<Long> STEADY = List.of(40L, 41L, 39L, 40L, 40L, 40L, 42L, 38L);

  @Test
  void meanLeavesOutTheLowestAndTheHighest() {
    UsualCount usual = UsualCount.of(List.of(0L, 40L, 40L, 40L, 40L, 40L, 40L, 900L), List.of());

    assertThat(usual.mean()).isEqualTo(240.5 / 6);
  }

  @Test
  void steadyDaysVaryByChanceAndByWhatIsUnknownOfTheMean() {
    assertThat(UsualCount.of(STEADY, List.of()).factor()).isEqualTo(1 + 1.0 / 6);
  }

  // numpy 2.4.6: 1.4826 * median(2 * abs(sqrt(y) - sqrt(mean))), squared * 8 / 7 * 7 / 6
  @Test
  void daysThatDifferMoreThanByChanceLetMoreHappen() {
    List<Long> changing = List.of(100L, 400L, 144L, 324L, 196L, 256L, 121L, 361L);

    UsualCount usual = UsualCount.of(changing, List.of());

    assertThat(usual.mean()).isCloseTo(233.75, within(1e-12));
    assertThat(usual.factor()).isCloseTo(143.60938031999999, within(1e-9));
  }

  @Test
  void otherWeekdaysTellHowMuchDaysDiffer() {
    List<Long> wild = List.of(10L, 400L, 20L, 380L, 15L, 390L, 12L, 410L);

    assertThat(UsualCount.of(STEADY, Collections.nCopies(6, wild)).factor()).isGreaterThan(100);
  }

  // scipy 1.17.1: nbinom.cdf(count, mean / (factor - 1), 1 / factor), nbinom.sf(count - 1, ...)
  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvSource(
      textBlock =
          """
      10.0, 1.25, 0, 0.00013292279957849182, 1.0
      10.0, 1.25, 1, 0.0011963051962064267, 0.9998670772004216
      40.0, 1.1666666666666667, 15, 1.7744723393043345e-05, 0.9999929521710178
      40.0, 1.1666666666666667, 40, 0.5420428884094629, 0.5162318552304308
      190.0, 4.0, 76, 1.2906659400697273e-07, 0.9999999068928336
      2.0, 1.5, 0, 0.19753086419753083, 1.0
      2.0, 1.5, 9, 0.9983522786787872, 0.003855554991052632
      """)
  void tailsAgreeWithSums(double mean, double factor, long count, double atMost, double atLeast) {
    UsualCount usual = new UsualCount(mean, factor);

    assertThat(usual.probabilityOfAtMost(count)).isCloseTo(atMost, within(1e-12));
    assertThat(usual.probabilityOfAtLeast(count)).isCloseTo(atLeast, within(1e-12));
  }
}
