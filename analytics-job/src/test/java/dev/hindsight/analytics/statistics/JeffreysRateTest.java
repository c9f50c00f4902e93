package dev.hindsight.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JeffreysRateTest {
  // SciPy 1.17.1: scipy.stats.beta.sf(bound, part + 0.5, whole - part + 0.5)
  @ParameterizedTest(name = "{0} of {1} above {2}")
  @CsvSource(
      textBlock =
          """
          1,    50,    0.01, 0.8012560302989981
          2,    50,    0.01, 0.9633797865817242
          0,    200,   0.01, 0.04482618554575048
          9,    1000,  0.01, 0.3936702290052758
          40,   1000,  0.03, 0.96354581976976
          27,   30,    0.95, 0.11015148897288694
          1000, 40000, 0.03, 8.333719256267641e-10
          """)
  void probabilityAgreesWithScipy(long part, long whole, double bound, double probability) {
    assertThat(new JeffreysRate(new Proportion(part, whole)).probabilityAbove(bound))
        .isCloseTo(probability, within(1e-12));
  }

  @Test
  void probabilityRisesWithThePartAndFallsWithTheBound() {
    Random random = new Random(8);
    for (int i = 0; i < 1_000; i++) {
      long whole = 1 + random.nextInt(10_000);
      long part = random.nextInt((int) whole);
      double bound = 0.001 + 0.9 * random.nextDouble();
      double probability = new JeffreysRate(new Proportion(part, whole)).probabilityAbove(bound);

      assertThat(probability).isBetween(0.0, 1.0);
      assertThat(new JeffreysRate(new Proportion(part + 1, whole)).probabilityAbove(bound))
          .isGreaterThanOrEqualTo(probability - 1e-12);
      assertThat(new JeffreysRate(new Proportion(part, whole)).probabilityAbove(bound + 0.05))
          .isLessThanOrEqualTo(probability + 1e-12);
    }
  }
}
