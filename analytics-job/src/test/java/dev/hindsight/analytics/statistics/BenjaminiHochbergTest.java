package dev.hindsight.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenjaminiHochbergTest {
  private static final double[] TEN = {
    5.23656777e-5,
    2.81405062e-4,
    0.0149877311,
    0.0202732689,
    0.1770969527,
    0.6421939238,
    0.6808459476,
    0.7162693824,
    0.8385413676,
    0.9678338243
  };

  // statsmodels' tests of multipletests(method="fdr_bh"), from R: multtest
  @Test
  void qValuesAgreeWithMulttest() {
    double[] expected = {
      5.23656777e-4,
      1.40702531e-3,
      0.0499591036,
      0.0506831722,
      0.3541939054,
      0.8953367280,
      0.8953367280,
      0.8953367280,
      0.9317126306,
      0.9678338243
    };

    assertThat(BenjaminiHochberg.qValues(TEN)).containsExactly(expected, within(5e-10));
  }

  @Test
  void qValuesStandInTheOrderOfTheirPValues() {
    double[] reversed = IntStream.range(0, 10).mapToDouble(i -> TEN[9 - i]).toArray();

    double[] qValues = BenjaminiHochberg.qValues(reversed);

    assertThat(qValues[9]).isEqualTo(BenjaminiHochberg.qValues(TEN)[0]);
  }

  @Test
  void qIsAtLeastPAtMostOneAndGrowsWithP() {
    for (int seed = 0; seed < 50; seed++) {
      double[] pValues = family(seed);
      Arrays.sort(pValues);

      double[] qValues = BenjaminiHochberg.qValues(pValues);

      for (int i = 0; i < pValues.length; i++) {
        assertThat(qValues[i]).isBetween(pValues[i], 1.0);
        assertThat(qValues[i]).isGreaterThanOrEqualTo(i == 0 ? 0 : qValues[i - 1]);
      }
    }
  }

  @Test
  void theHighestPValueIsItsOwnQAlsoWhereRoundingTakesOff() {
    assertThat(0.35 * 3 / 3).isLessThan(0.35);
    assertThat(BenjaminiHochberg.qValues(new double[] {0.01, 0.35, 0.02})[1]).isEqualTo(0.35);
  }

  @Test
  void discoveriesAreThoseOfTheStepUpProcedure() {
    for (int seed = 0; seed < 50; seed++) {
      double[] pValues = family(seed);

      double[] qValues = BenjaminiHochberg.qValues(pValues);

      assertThat(Arrays.stream(qValues).filter(q -> q <= 0.05).count())
          .isEqualTo(largestRankOnTheLine(pValues, 0.05));
    }
  }

  @Test
  void binsGiveTheVeryQValuesOfTheWhole() {
    for (int seed = 0; seed < 100; seed++) {
      double[] pValues = family(seed);

      assertThat(qValuesByBins(pValues))
          .as("seed %d", seed)
          .isEqualTo(BenjaminiHochberg.qValues(pValues));
    }
  }

  @Test
  void binsFollowTheOrderOfPValues() {
    RandomCounts random = new RandomCounts(10);
    for (int i = 0; i < 10_000; i++) {
      double p = i % 2 == 0 ? random.uniform() : random.logUniform(1e-300, 1);
      double other = p * random.uniform();

      assertThat(BenjaminiHochberg.bin(other)).isLessThanOrEqualTo(BenjaminiHochberg.bin(p));
    }
    assertThat(BenjaminiHochberg.bin(0))
        .isEqualTo(BenjaminiHochberg.bin(-0.0))
        .isEqualTo(BenjaminiHochberg.bin(Double.MIN_VALUE))
        .isZero();
    assertThat(BenjaminiHochberg.bin(1))
        .isEqualTo(BenjaminiHochberg.bin(Math.nextDown(1)) + 1)
        .isLessThan(1 << 18);
  }

  @Test
  void aFamilyWithoutTestsHasNoCountsAndNothingAbove() {
    assertThat(new PValueCounts(Map.of()).family()).isZero();
    assertThat(new PValueCounts(Map.of()).before(7)).isZero();
    assertThat(new StepUpMinima(Map.of()).after(7)).isEqualTo(1);
  }

  @Test
  void oneTestAloneKeepsItsPValueAndNoTestHasNone() {
    assertThat(BenjaminiHochberg.qValues(new double[] {0.3})).containsExactly(0.3);
    assertThat(BenjaminiHochberg.qValues(new double[0])).isEmpty();
    assertThat(BenjaminiHochberg.qValues(new double[] {0, 1, 1})).containsExactly(0, 1, 1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void whatIsNoPValueIsRefused(double p) {
    assertThatThrownBy(() -> BenjaminiHochberg.qValues(new double[] {0.5, p}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("%s is no p-value; it is 0 to 1", p);
    assertThatThrownBy(() -> BenjaminiHochberg.bin(p))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("%s is no p-value; it is 0 to 1", p);
  }

  /** As machines do it: the count of each bin, then each bin on its own, then all bins' least. */
  private static double[] qValuesByBins(double[] pValues) {
    PValueCounts counts =
        new PValueCounts(
            Arrays.stream(pValues)
                .boxed()
                .collect(Collectors.groupingBy(BenjaminiHochberg::bin, Collectors.counting())));
    Map<Integer, double[]> bins = new HashMap<>();
    Arrays.stream(pValues)
        .boxed()
        .collect(Collectors.groupingBy(BenjaminiHochberg::bin))
        .forEach((bin, own) -> bins.put(bin, own.stream().mapToDouble(p -> p).sorted().toArray()));
    Map<Integer, Double> least = new HashMap<>();
    bins.forEach((bin, own) -> least.put(bin, stepUp(bin, own, counts)[0]));
    StepUpMinima minima = new StepUpMinima(least);
    Map<Double, Double> qValues = new HashMap<>();
    bins.forEach(
        (bin, own) -> {
          double[] stepUp = stepUp(bin, own, counts);
          for (int i = 0; i < own.length; i++) {
            qValues.put(own[i], Math.min(stepUp[i], minima.after(bin)));
          }
        });
    return Arrays.stream(pValues).map(p -> qValues.getOrDefault(p, Double.NaN)).toArray();
  }

  private static double[] stepUp(int bin, double[] own, PValueCounts counts) {
    return BenjaminiHochberg.stepUp(own, counts.before(bin), counts.family());
  }

  private static long largestRankOnTheLine(double[] pValues, double level) {
    double[] ascending = pValues.clone();
    Arrays.sort(ascending);
    for (int rank = ascending.length; rank > 0; rank--) {
      if (ascending[rank - 1] * ascending.length / rank <= level) {
        return rank;
      }
    }
    return 0;
  }

  /** True and false hypotheses, ties, zeros and ones. */
  private static double[] family(long seed) {
    RandomCounts random = new RandomCounts(seed);
    return IntStream.range(0, 1 + (int) random.below(3_000))
        .mapToDouble(
            i ->
                switch (i % 5) {
                  case 0 -> random.logUniform(1e-300, 1e-3);
                  case 1 -> random.below(20) / 19.0;
                  case 2 -> 1;
                  default -> random.uniform();
                })
        .toArray();
  }
}
