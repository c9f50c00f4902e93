package dev.hindsight.analytics.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.analytics.statistics.BenjaminiHochberg;
import dev.hindsight.analytics.statistics.StratifiedShares;
import dev.hindsight.analytics.statistics.StratifiedShares.Stratum;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Markets with a known answer. Causes are decided differently, and groups differ in what they are
 * disputed for: shares as such differ widely. Four sizes, two fulfilments, twelve regions, four
 * decisions each.
 */
class FairMarketsTest {
  private static final int MARKETS = 200;
  private static final int[] GROUPS = {4, 2, 12};
  private static final int CAUSES = 6;
  private static final double[] FOR_SELLER = {0.7, 0.15, 0.4, 0.3, 0.55, 0.05};

  @Test
  void whereAllAreDecidedAlikeFlagsAreRare() {
    int flagged = 0;
    int accusedByPlainShares = 0;
    for (int seed = 0; seed < MARKETS; seed++) {
      List<StratifiedShares> tests = market(new Random(seed), 0);
      flagged += flags(tests) > 0 ? 1 : 0;
      accusedByPlainShares += flags(withoutStrata(tests)) > 0 ? 1 : 0;
    }

    assertThat(flagged).isLessThanOrEqualTo(MARKETS / 20);
    assertThat(accusedByPlainShares).isGreaterThan(MARKETS / 2);
  }

  @Test
  void aGroupThatIsDecidedWorseIsFound() {
    int found = 0;
    for (int seed = 0; seed < MARKETS; seed++) {
      List<StratifiedShares> tests = market(new Random(seed), -0.2);
      found += isFlagged(tests, 0) ? 1 : 0;
    }

    assertThat(found).isGreaterThan(MARKETS * 9 / 10);
  }

  /**
   * @param bias of the share of the first group of each dimension that is decided for the seller
   */
  private static List<StratifiedShares> market(Random random, double bias) {
    List<StratifiedShares> tests = new ArrayList<>();
    for (int groups : GROUPS) {
      long[][][] counts = new long[groups][CAUSES][4];
      for (int dispute = 0; dispute < 3_000; dispute++) {
        int group = (int) (groups * Math.pow(random.nextDouble(), 1.5));
        int cause = (int) (CAUSES * Math.pow(random.nextDouble(), 0.5 + 2.0 * group / groups));
        counts[group][cause][decision(random, FOR_SELLER[cause] + (group == 0 ? bias : 0))]++;
      }
      for (int group = 0; group < groups; group++) {
        for (int decision = 0; decision < 4; decision++) {
          tests.add(compared(counts, group, decision));
        }
      }
    }
    return tests;
  }

  private static int decision(Random random, double forSeller) {
    if (random.nextDouble() < forSeller) {
      return 0;
    }
    double rest = random.nextDouble();
    return rest < 0.6 ? 1 : rest < 0.9 ? 2 : 3;
  }

  private static StratifiedShares compared(long[][][] counts, int group, int decision) {
    List<Stratum> strata = new ArrayList<>();
    for (int cause = 0; cause < CAUSES; cause++) {
      long own = 0;
      long others = 0;
      long otherHits = 0;
      for (int other = 0; other < counts.length; other++) {
        for (int outcome = 0; outcome < 4; outcome++) {
          long count = counts[other][cause][outcome];
          own += other == group ? count : 0;
          others += other == group ? 0 : count;
          otherHits += other != group && outcome == decision ? count : 0;
        }
      }
      if (own > 0 && others >= LikeCases.FEWEST_OTHERS) {
        strata.add(new Stratum(own, counts[group][cause][decision], others, otherHits));
      }
    }
    return new StratifiedShares(strata);
  }

  private static List<StratifiedShares> withoutStrata(List<StratifiedShares> tests) {
    return tests.stream()
        .map(
            test ->
                new StratifiedShares(
                    List.of(
                        test.strata().stream()
                            .reduce(
                                (one, other) ->
                                    new Stratum(
                                        one.own() + other.own(),
                                        one.ownHits() + other.ownHits(),
                                        one.others() + other.others(),
                                        one.otherHits() + other.otherHits()))
                            .orElseThrow())))
        .toList();
  }

  private static long flags(List<StratifiedShares> tests) {
    long flags = 0;
    double[] q = qValues(tests);
    for (int i = 0; i < q.length; i++) {
      flags += isFlagged(tests.get(i), q[i]) ? 1 : 0;
    }
    return flags;
  }

  private static boolean isFlagged(List<StratifiedShares> tests, int test) {
    return isFlagged(tests.get(test), qValues(tests)[test]);
  }

  private static double[] qValues(List<StratifiedShares> tests) {
    return BenjaminiHochberg.qValues(
        tests.stream().mapToDouble(StratifiedShares::pValue).toArray());
  }

  private static boolean isFlagged(StratifiedShares test, double q) {
    return q < 0.05 && test.own() >= 30 && Math.abs(test.difference()) >= 0.05;
  }
}
