package dev.hindsight.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileLikelihoodTest {
  @ParameterizedTest
  @ValueSource(doubles = {1.1e-6, 0.00321, 0.05, 1, 777})
  void highestIsFound(double dispersion) {
    double highest = new ProfileLikelihood(at -> -distance(at, dispersion)).highest();

    assertThat(highest).isCloseTo(dispersion, within(1e-8 * dispersion));
  }

  @Test
  void aDispersionThatIsLessLikelyThanNoneIsNone() {
    assertThat(new ProfileLikelihood(at -> at == 0 ? 0 : -1 - distance(at, 0.05)).highest())
        .isZero();
  }

  @Test
  void whereTheLikelihoodOnlyFallsThereIsNone() {
    assertThat(new ProfileLikelihood(at -> -at).highest()).isZero();
    assertThat(new ProfileLikelihood(at -> 7).highest()).isZero();
  }

  @Test
  void whatOnlyRoundingPrefersToNoneIsNone() {
    assertThat(new ProfileLikelihood(at -> at == 0 ? 0 : at < 2e-7 ? 1e-12 : -1).highest())
        .isZero();
  }

  private static double distance(double dispersion, double highest) {
    return Math.abs(Math.log10(dispersion / highest));
  }
}
