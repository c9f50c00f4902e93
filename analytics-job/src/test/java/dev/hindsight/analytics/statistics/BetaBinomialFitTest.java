package dev.hindsight.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetaBinomialFitTest {
  private static final List<Proportion> EIGHT =
      shares(new long[] {2, 0, 15, 9, 120, 3, 40, 1}, 40, 25, 900, 150, 9000, 60, 2500, 12);

  // Beta-binomial maximum likelihood, recomputed (golden.md)
  @Test
  void fitAgreesWithTheRecomputedMaximumLikelihood() {
    BetaBinomialFit fit = BetaBinomialFit.of(EIGHT);

    assertThat(fit.mean() / fit.dispersion()).isCloseTo(4.32733073, within(2e-5));
    assertThat((1 - fit.mean()) / fit.dispersion()).isCloseTo(166.164524, within(1e-3));
    assertThat(fit.shrunken(new Proportion(9, 150)).value()).isCloseTo(0.04158, within(5e-6));
  }

  // mpmath 1.3.0, 40 digits: findroot of both derivatives, by digamma functions
  @Test
  void fitIsTheRootOfBothDerivatives() {
    BetaBinomialFit fit = BetaBinomialFit.of(EIGHT);

    assertThat(fit.mean() / fit.dispersion()).isCloseTo(4.3273248470015, within(1e-5));
    assertThat((1 - fit.mean()) / fit.dispersion()).isCloseTo(166.164192173375, within(5e-4));
  }

  @Test
  void ratesThatScatterLessThanByChanceShrinkToTheMean() {
    BetaBinomialFit fit = BetaBinomialFit.of(shares(new long[] {10, 20, 31}, 1000, 2000, 3000));

    assertThat(fit.dispersion()).isZero();
    ShrunkenRate rate = fit.shrunken(new Proportion(31, 3000));
    assertThat(rate.value()).isCloseTo(61 / 6000.0, within(1e-12));
    assertThat(rate.interval(0.95)).isEqualTo(new Interval(rate.value(), rate.value()));
    assertThat(rate.probabilityAbove(0.01)).isEqualTo(1);
    assertThat(rate.probabilityAbove(rate.value())).isZero();
  }

  @ParameterizedTest(name = "{0} of 10")
  @CsvSource({"0, 0.0", "10, 1.0"})
  void noneAndAllHaveNoScatter(long part, double mean) {
    BetaBinomialFit fit = BetaBinomialFit.of(shares(new long[] {part, part}, 10, 10));

    assertThat(fit).isEqualTo(new BetaBinomialFit(mean, 0));
    assertThat(fit.shrunken(new Proportion(3, 10)).value()).isEqualTo(mean);
  }

  @Test
  void manySellersTellTheTrueDistribution() {
    RandomCounts random = new RandomCounts(15);
    List<Proportion> shares = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      long whole = 1 + random.below(20_000);
      shares.add(
          new Proportion(Math.min(whole, random.poisson(whole * 0.02 * random.ratio(0.1))), whole));
    }

    BetaBinomialFit fit = BetaBinomialFit.of(shares);

    assertThat(fit.mean()).isCloseTo(0.02, within(0.0005));
    // The variance of beta distributed rates is mean (1 - mean) dispersion / (1 + dispersion).
    assertThat(fit.dispersion() * 0.98 / 0.02).isCloseTo(0.1, within(0.015));
  }

  @Test
  void shrunkenLiesBetweenShareAndMeanAndInsideItsInterval() {
    BetaBinomialFit fit = BetaBinomialFit.of(EIGHT);
    for (Proportion share : EIGHT) {
      ShrunkenRate rate = fit.shrunken(share);
      Interval interval = rate.interval(0.95);

      assertThat(rate.value())
          .isBetween(Math.min(fit.mean(), share.value()), Math.max(fit.mean(), share.value()))
          .isBetween(interval.low(), interval.high());
      assertThat(rate.probabilityAbove(interval.low())).isCloseTo(0.975, within(1e-9));
      assertThat(rate.probabilityAbove(interval.high())).isCloseTo(0.025, within(1e-9));
    }
  }

  @ParameterizedTest
  @CsvSource({"-0.1, 0.0", "1.1, 0.0", "0.0, 0.5", "1.0, 0.5", "0.5, -1.0", "NaN, 0.0", "0.5, NaN"})
  void whatIsNoDistributionOfRatesIsRefused(double mean, double dispersion) {
    assertThatThrownBy(() -> new BetaBinomialFit(mean, dispersion))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Mean %s with dispersion %s is no distribution of rates", mean, dispersion);
  }

  @Test
  void nobodyToFitIsRefused() {
    assertThatThrownBy(() -> BetaBinomialFit.of(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("0 of 0 is no share");
  }

  private static List<Proportion> shares(long[] parts, long... wholes) {
    return IntStream.range(0, parts.length)
        .mapToObj(i -> new Proportion(parts[i], wholes[i]))
        .toList();
  }
}
