package dev.hindsight.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadTest {
  private static final double[] EXPECTED = {
    5, 6, 7.5, 8, 9.25, 10, 11, 12.5, 14, 15, 16, 18, 20, 22, 25, 28, 30, 35, 40, 45, 50, 60, 70, 80
  };
  private static final long[] OBSERVED = {
    9, 3, 11, 6, 4, 14, 8, 20, 10, 19, 12, 30, 16, 29, 18, 40, 22, 44, 31, 60, 41, 75, 52, 104
  };

  // scipy 1.17.1, numpy 2.4.6: brentq over tau2 of the definition, np.quantile, np.median
  @Test
  void spreadAgreesWithTheDefinitionSolvedByScipy() {
    assertThat(Spread.of(pairs(OBSERVED, EXPECTED), 9)).isCloseTo(0.1017876056174502, within(1e-9));
  }

  // As above; with the bad pair it would be 0.16083954228060085.
  @Test
  void whoeverIsFlaggedIsNotOrdinaryAndDoesNotCount() {
    List<StandardisedRatio> pairs = new ArrayList<>(pairs(OBSERVED, EXPECTED));
    pairs.add(new StandardisedRatio(90, 25));

    assertThat(Spread.of(pairs, 9)).isCloseTo(0.1017876056174502, within(1e-9));
  }

  @Test
  void whatChanceExplainsIsNoSpread() {
    long[] near = Arrays.stream(EXPECTED).mapToLong(Math::round).toArray();

    assertThat(Spread.of(pairs(near, EXPECTED), 9)).isZero();
  }

  @Test
  void underTwentyPairsTheVarianceOfTheShrinkageHolds() {
    List<StandardisedRatio> pairs = pairs(OBSERVED, EXPECTED);

    assertThat(Spread.of(pairs.subList(0, 19), 0.07)).isEqualTo(0.07);
    assertThat(Spread.of(pairs.subList(0, 20), 0.07)).isNotEqualTo(0.07);
  }

  @Test
  void pairsWithLessThanFiveExpectedDoNotCount() {
    List<StandardisedRatio> more = new ArrayList<>(pairs(OBSERVED, EXPECTED));
    more.add(new StandardisedRatio(40, 4.999));

    assertThat(Spread.of(more, 9)).isEqualTo(Spread.of(pairs(OBSERVED, EXPECTED), 9));
  }

  @Test
  void orderDoesNotMatter() {
    List<StandardisedRatio> shuffled = new ArrayList<>(pairs(OBSERVED, EXPECTED));
    Collections.shuffle(shuffled, new Random(4));

    assertThat(Spread.of(shuffled, 9)).isEqualTo(Spread.of(pairs(OBSERVED, EXPECTED), 9));
  }

  @Test
  void clippedNormalNumbersHaveTheMeanSquareOfTheDefinition() {
    double z = 1.2815515655446004;
    double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);

    assertThat(0.8 - 2 * z * density + 0.2 * z * z)
        .isCloseTo(Spread.CLIPPED_NORMAL_MEAN_SQUARE, within(5e-7));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.05, 0.2})
  void spreadOfManySellersIsNearTheTrueVarianceAndHardlyMovedByBadOnes(double variance) {
    RandomCounts random = new RandomCounts(5);
    List<StandardisedRatio> pairs = new ArrayList<>();
    for (int i = 0; i < 4_000; i++) {
      double bad = i % 50 == 0 ? 4 : 1;
      double expected = random.logUniform(5, 200);
      pairs.add(
          new StandardisedRatio(random.poisson(expected * bad * random.ratio(variance)), expected));
    }

    assertThat(Spread.of(pairs, 9)).isCloseTo(variance, within(0.15 * variance));
  }

  private static List<StandardisedRatio> pairs(long[] observed, double[] expected) {
    return IntStream.range(0, observed.length)
        .mapToObj(i -> new StandardisedRatio(observed[i], expected[i]))
        .toList();
  }
}
