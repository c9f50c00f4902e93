package dev.hindsight.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatioVarianceTest {
  // numpy 2.4.6: c = O.sum() / E.sum() of each window, e = c E,
  // ((O1 - e1) * (O2 - e2)).sum() / (e1 * e2).sum()
  @Test
  void varianceIsWhatRepeatsItself() {
    assertThat(twoWindows().prior().variance()).isCloseTo(0.10728146368508597, within(1e-14));
  }

  // numpy 2.4.6: ((O - e) ** 2 - O).sum() / (e ** 2).sum()
  @Test
  void withoutAPreviousWindowVarianceIsWhatChanceLeaves() {
    RatioVariance sums =
        Stream.of(
                RatioVariance.of(0, 0, 15, 9),
                RatioVariance.of(0, 0, 2, 5),
                RatioVariance.of(0, 0, 1, 2.5),
                RatioVariance.of(0, 0, 18, 15),
                RatioVariance.of(0, 0, 6, 8))
            .reduce(RatioVariance.NONE, RatioVariance::plus);

    assertThat(sums.prior().variance()).isCloseTo(0.02584468886204536, within(1e-14));
  }

  @Test
  void partsAddUpInAnyOrder() {
    RandomCounts random = new RandomCounts(6);
    List<RatioVariance> sellers = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      double expected = random.logUniform(0.1, 100);
      double mean = expected * random.ratio(0.2);
      sellers.add(
          RatioVariance.of(
              random.poisson(mean), expected, random.poisson(1.5 * mean), 1.5 * expected));
    }
    double whole = sum(sellers).prior().variance();

    Collections.shuffle(sellers, new Random(6));
    RatioVariance parts = sum(sellers.subList(0, 137)).plus(sum(sellers.subList(137, 500)));

    assertThat(parts.prior().variance()).isPositive().isCloseTo(whole, within(1e-12));
  }

  // DCluster's empbaysmooth diverges on these
  @Test
  void withoutVarianceBetweenSellersEverybodyIsAverage() {
    long[] observed = {15, 40, 72, 28, 50, 66, 75};
    double[] expected = {13, 32, 75, 33, 54, 60, 72};
    RatioVariance sums =
        IntStream.range(0, observed.length)
            .mapToObj(i -> RatioVariance.of(0, 0, observed[i], expected[i]))
            .reduce(RatioVariance.NONE, RatioVariance::plus);

    GammaPrior prior = sums.prior();

    assertThat(prior.variance()).isZero();
    assertThat(prior.of(40, 32).value()).isEqualTo(1);
  }

  @Test
  void whoWasAboveAndIsBelowNowGivesNoVariance() {
    RatioVariance sums = RatioVariance.of(20, 10, 5, 10).plus(RatioVariance.of(5, 10, 20, 10));

    assertThat(sums.prior()).isEqualTo(GammaPrior.withoutVariance());
  }

  @Test
  void nothingSeenGivesNoVariance() {
    assertThat(RatioVariance.NONE.prior()).isEqualTo(GammaPrior.withoutVariance());
    assertThat(RatioVariance.of(0, 3, 0, 5).prior()).isEqualTo(GammaPrior.withoutVariance());
    assertThat(RatioVariance.of(4, 0, 4, 0).prior()).isEqualTo(GammaPrior.withoutVariance());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void whatIsNoExpectationIsRefused(double expected) {
    assertThatThrownBy(() -> RatioVariance.of(1, 2, 3, expected))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("3 observed of %s expected is no window of a seller", expected);
    assertThatThrownBy(() -> RatioVariance.of(1, expected, 3, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 observed of %s expected is no window of a seller", expected);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.1, 0.5})
  void varianceOfManySellersIsNearTheTrueOne(double variance) {
    RandomCounts random = new RandomCounts(7);
    RatioVariance sums = RatioVariance.NONE;
    for (int i = 0; i < 5_000; i++) {
      double expected = random.logUniform(1, 100);
      double ratio = random.ratio(variance);
      sums =
          sums.plus(
              RatioVariance.of(
                  random.poisson(ratio * expected), expected,
                  random.poisson(ratio * expected), expected));
    }

    assertThat(sums.prior().variance()).isCloseTo(variance, within(0.15 * variance));
  }

  private static RatioVariance twoWindows() {
    return Stream.of(
            RatioVariance.of(12, 8, 15, 9),
            RatioVariance.of(3, 5.5, 2, 5),
            RatioVariance.of(0, 2, 1, 2.5),
            RatioVariance.of(20, 14, 18, 15),
            RatioVariance.of(7, 9, 6, 8))
        .reduce(RatioVariance.NONE, RatioVariance::plus);
  }

  private static RatioVariance sum(List<RatioVariance> sellers) {
    return sellers.stream().reduce(RatioVariance.NONE, RatioVariance::plus);
  }
}
