package dev.hindsight.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.marts.Rating;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Markets with a known answer: what the definitions together say of 500 sellers and 6 causes. */
class OrdinaryMarketTest {
  private static final int MARKETS = 20;
  private static final int SELLERS = 500;
  private static final int CAUSES = 6;

  @Test
  void whereAllDifferMildlyHardlyAnybodyIsFlagged() {
    long flagged =
        IntStream.range(0, MARKETS).mapToLong(seed -> flags(market(seed, 0.05), 1)).sum();

    assertThat(flagged).isLessThanOrEqualTo(MARKETS / 2);
  }

  @Test
  void whereNobodyDiffersHardlyAnyMarketHasAFlag() {
    long markets =
        IntStream.range(0, MARKETS).filter(seed -> flags(market(seed, 0), 1) > 0).count();

    assertThat(markets).isLessThanOrEqualTo(2);
  }

  @Test
  void withoutSpreadTheSameMarketsWouldAccuseDozens() {
    long flagged =
        IntStream.range(0, MARKETS).mapToLong(seed -> flags(market(seed, 0.05), 0)).sum();

    assertThat(flagged / MARKETS).isGreaterThan(20);
  }

  @Test
  void ratingsOfOrdinarySellersAreHighAboutAsOftenAsByConstruction() {
    List<Rating> ratings =
        IntStream.range(0, MARKETS).boxed().flatMap(seed -> ratings(market(seed, 0.05))).toList();

    assertThat(share(ratings, Rating.HIGH, Rating.VERY_HIGH)).isBetween(0.015, 0.035);
    assertThat(share(ratings, Rating.VERY_HIGH)).isLessThanOrEqualTo(0.003);
  }

  @Test
  void plantedSellersAreFoundAndOthersAreNot() {
    Findings findings = findings(0, random -> 2 + 2 * random.uniform());

    assertThat(findings.foundShare()).isGreaterThanOrEqualTo(0.95);
    assertThat(findings.falseShare()).isLessThanOrEqualTo(0.05);
  }

  @Test
  void sellersWithTwiceTheOrdinaryRateAreFound() {
    Findings findings = findings(0, random -> 2);

    assertThat(findings.foundShare()).isGreaterThanOrEqualTo(0.85);
    assertThat(findings.falseShare()).isLessThanOrEqualTo(0.05);
  }

  @Test
  void plantedSellersAreFoundAmongOthersWhoDifferMildly() {
    Findings findings = findings(0.05, random -> 2 + 2 * random.uniform());

    assertThat(findings.foundShare()).isGreaterThanOrEqualTo(0.70);
    assertThat(findings.falseShare()).isLessThanOrEqualTo(0.05);
  }

  @Test
  void everyFlagHasItsIntervalAboveOne() {
    for (int seed = 0; seed < MARKETS; seed++) {
      List<StandardisedRatio> pairs = plantedMarket(seed, 0.05, random -> 3);
      boolean[] flagged = flagged(pairs, 1);
      for (int i = 0; i < flagged.length; i++) {
        if (flagged[i]) {
          assertThat(pairs.get(i).interval(0.95).low()).as("%s", pairs.get(i)).isGreaterThan(1);
        }
      }
    }
  }

  /** Pairs of all markets; large ones have at least 30 expected. */
  private record Findings(long planted, long found, long flagged, long accused) {
    static Findings of(List<StandardisedRatio> pairs, boolean[] flagged) {
      long planted = count(i -> isPlanted(i) && isLarge(pairs.get(i)));
      long found = count(i -> isPlanted(i) && isLarge(pairs.get(i)) && flagged[i]);
      long accused = count(i -> !isPlanted(i) && flagged[i]);
      return new Findings(planted, found, count(i -> flagged[i]), accused);
    }

    Findings plus(Findings others) {
      return new Findings(
          planted + others.planted,
          found + others.found,
          flagged + others.flagged,
          accused + others.accused);
    }

    double foundShare() {
      return (double) found / planted;
    }

    double falseShare() {
      return (double) accused / flagged;
    }

    private static boolean isLarge(StandardisedRatio pair) {
      return pair.expected() >= 30;
    }
  }

  private static Findings findings(double variance, ToDoubleFunction<RandomCounts> multiplier) {
    return IntStream.range(0, MARKETS)
        .mapToObj(seed -> plantedMarket(seed, variance, multiplier))
        .map(pairs -> Findings.of(pairs, flagged(pairs, 1)))
        .reduce(new Findings(0, 0, 0, 0), Findings::plus);
  }

  private static long count(IntPredicate pairs) {
    return IntStream.range(0, SELLERS * CAUSES).filter(pairs).count();
  }

  private static long flags(List<StandardisedRatio> pairs, double spreads) {
    boolean[] flagged = flagged(pairs, spreads);
    return count(i -> flagged[i]);
  }

  private static boolean[] flagged(List<StandardisedRatio> pairs, double spreads) {
    double spread = spreads * Spread.of(pairs, 0);
    double[] pValues =
        pairs.stream()
            .mapToDouble(
                pair ->
                    new NegativeBinomial(pair.expected(), spread)
                        .probabilityOfAtLeast(pair.observed()))
            .toArray();
    double[] qValues = BenjaminiHochberg.qValues(pValues);
    boolean[] flagged = new boolean[qValues.length];
    for (int i = 0; i < flagged.length; i++) {
      flagged[i] = Flag.isFlagged(pairs.get(i), qValues[i]);
    }
    return flagged;
  }

  private static Stream<Rating> ratings(List<StandardisedRatio> pairs) {
    double spread = Spread.of(pairs, 0);
    return pairs.stream()
        .map(pair -> Ratings.of(pair.observed(), pair.expected(), spread))
        .filter(rating -> rating != Rating.INSUFFICIENT_DATA);
  }

  private static double share(List<Rating> ratings, Rating... wanted) {
    return (double) ratings.stream().filter(List.of(wanted)::contains).count() / ratings.size();
  }

  private static List<StandardisedRatio> market(int seed, double variance) {
    RandomCounts random = new RandomCounts(seed);
    return IntStream.range(0, SELLERS * CAUSES)
        .mapToObj(i -> random.logUniform(0.5, 100))
        .map(expected -> pair(random, expected, random.ratio(variance)))
        .toList();
  }

  /** One pair in fifty is a multiple of what it would be. */
  private static List<StandardisedRatio> plantedMarket(
      int seed, double variance, ToDoubleFunction<RandomCounts> multiplier) {
    RandomCounts random = new RandomCounts(500 + seed);
    List<StandardisedRatio> pairs = new ArrayList<>();
    for (int i = 0; i < SELLERS * CAUSES; i++) {
      double expected = random.logUniform(0.5, 100);
      double planted = isPlanted(i) ? multiplier.applyAsDouble(random) : 1;
      pairs.add(pair(random, expected, planted * random.ratio(variance)));
    }
    return pairs;
  }

  private static boolean isPlanted(int pair) {
    return pair % 50 == 0;
  }

  private static StandardisedRatio pair(RandomCounts random, double expected, double ratio) {
    return new StandardisedRatio(random.poisson(expected * ratio), expected);
  }
}
