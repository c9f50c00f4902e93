package dev.hindsight.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GammaPoissonFitTest {
  private static final List<StandardisedRatio> TWELVE =
      ratios(
          new long[] {8, 151, 159, 191, 124, 220, 150, 0, 182, 151, 206, 141},
          6.239860227,
          106.4429719,
          232.9329036,
          184.0963855,
          183.894409,
          249.8012944,
          119.5695496,
          240.6273499,
          196.799308,
          204.6070461,
          139.4719025,
          106.7211626);

  // Negative binomial maximum likelihood, recomputed (golden.md); six to eight digits
  @Test
  void fitAgreesWithTheRecomputedMaximumLikelihood() {
    GammaPoissonFit fit = GammaPoissonFit.of(TWELVE);

    assertThat(1 / fit.dispersion()).isCloseTo(1.30262494, within(1e-6));
    assertThat(1 / fit.dispersion() / fit.mean()).isCloseTo(1.34421232, within(1e-6));
    assertThat(fit.logLikelihood()).isCloseTo(-69.97008266, within(1e-8));
    assertThat(fit.shrunken(TWELVE.get(0))).isCloseTo(1.226600, within(5e-7));
  }

  // mpmath 1.3.0, 40 digits: findroot of both derivatives, by digamma functions
  @Test
  void fitIsTheRootOfBothDerivatives() {
    GammaPoissonFit fit = GammaPoissonFit.of(TWELVE);

    assertThat(1 / fit.dispersion()).isCloseTo(1.30262500833259, within(1e-6));
    assertThat(fit.mean()).isCloseTo(1.30262500833259 / 1.34421235151319, within(1e-8));
    assertThat(fit.logLikelihood()).isCloseTo(-69.970082662123, within(1e-11));
  }

  @Test
  void noOtherDispersionIsLikelier() {
    GammaPoissonFit fit = GammaPoissonFit.of(TWELVE);
    RandomCounts random = new RandomCounts(9);
    for (int i = 0; i < 200; i++) {
      double other = random.logUniform(1e-6, 100);

      assertThat(GammaPoissonFit.at(TWELVE, other).logLikelihood())
          .isLessThanOrEqualTo(fit.logLikelihood());
    }
  }

  // DCluster's empbaysmooth diverges on these
  @Test
  void withoutVarianceBetweenSellersRatiosShrinkToTheMean() {
    List<StandardisedRatio> alike =
        ratios(new long[] {15, 40, 72, 28, 50, 66, 75}, 13, 32, 75, 33, 54, 60, 72);

    GammaPoissonFit fit = GammaPoissonFit.of(alike);

    assertThat(fit.dispersion()).isZero();
    assertThat(fit.mean()).isCloseTo(346 / 339.0, within(1e-12));
    assertThat(fit.shrunken(alike.get(1))).isCloseTo(346 / 339.0, within(1e-12));
  }

  @Test
  void shrunkenLiesBetweenRawAndMean() {
    GammaPoissonFit fit = GammaPoissonFit.of(TWELVE);
    for (StandardisedRatio ratio : TWELVE) {
      assertThat(fit.shrunken(ratio))
          .isBetween(Math.min(fit.mean(), ratio.value()), Math.max(fit.mean(), ratio.value()));
    }
  }

  @Test
  void oneRatioOrEqualRatiosAreTheirOwnMean() {
    assertThat(GammaPoissonFit.of(ratios(new long[] {7}, 3.1)).mean())
        .isCloseTo(7 / 3.1, within(1e-12));
    assertThat(GammaPoissonFit.of(ratios(new long[] {7, 14}, 3.1, 6.2)).dispersion()).isZero();
  }

  @Test
  void hugeCountsAreFitted() {
    GammaPoissonFit fit =
        GammaPoissonFit.of(ratios(new long[] {1_300_000, 700_000, 1_000_000}, 1e6, 1e6, 1e6));

    assertThat(fit.dispersion()).isBetween(0.01, 0.2);
    assertThat(fit.mean()).isCloseTo(1, within(1e-6));
  }

  @Test
  void nothingObservedIsNothingToFit() {
    assertThatThrownBy(() -> GammaPoissonFit.of(ratios(new long[] {0, 0}, 1, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No event in 2 ratios; there is nothing to fit");
  }

  private static List<StandardisedRatio> ratios(long[] observed, double... expected) {
    return IntStream.range(0, observed.length)
        .mapToObj(i -> new StandardisedRatio(observed[i], expected[i]))
        .toList();
  }
}
