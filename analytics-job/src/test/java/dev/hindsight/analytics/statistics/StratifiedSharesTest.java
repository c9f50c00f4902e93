package dev.hindsight.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hindsight.analytics.statistics.StratifiedShares.Stratum;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StratifiedSharesTest {
  /** The example of DECISIONS.md. */
  private static final StratifiedShares TWO_STRATA =
      shares(new Stratum(10, 8, 20, 8), new Stratum(30, 12, 50, 10));

  @Test
  void expectedIsAtTheOthersShareOfEachStratum() {
    assertThat(TWO_STRATA.own()).isEqualTo(40);
    assertThat(TWO_STRATA.observed()).isEqualTo(20);
    assertThat(TWO_STRATA.expected()).isCloseTo(10 * 0.4 + 30 * 0.2, within(1e-12));
    assertThat(TWO_STRATA.difference()).isCloseTo(0.25, within(1e-12));
  }

  // NumPy 2 and SciPy 1.17.1: numpy.convolve of scipy.stats.hypergeom.pmf, twice the lesser tail;
  // above a variance of 100 scipy.stats.norm.sf((|observed - mean| - 0.5) / sqrt(variance)),
  // doubled
  @Test
  void probabilityAgreesWithScipy() {
    assertThat(shares(new Stratum(10, 8, 20, 8)).pValue())
        .isCloseTo(0.08915542228885558, within(1e-12));
    assertThat(TWO_STRATA.pValue()).isCloseTo(0.011516116036093215, within(1e-12));
    assertThat(shares(new Stratum(5, 0, 40, 0)).pValue()).isEqualTo(1);
    assertThat(shares(new Stratum(400, 240, 900, 450), new Stratum(300, 100, 500, 150)).pValue())
        .isCloseTo(0.001383918909840001, within(1e-9));
    assertThat(shares(new Stratum(2000, 1100, 3000, 1500)).pValue())
        .isCloseTo(0.0005868034388517351, within(1e-9));
  }

  /** The exact p-value of the largest is 0.0005827: where the approximation begins, it serves. */
  @Test
  void approximationIsNearTheExactWhereItBegins() {
    assertThat(shares(new Stratum(2000, 1100, 3000, 1500)).pValue())
        .isCloseTo(0.0005826817571408722, within(1e-5));
  }

  // R. G. Newcombe 1998, table II, method 10: 56/70 - 48/80, 9/10 - 3/10, 6/7 - 2/7, 5/56 - 0/29
  @ParameterizedTest
  @CsvSource({
    "56, 70, 48, 80, 0.0524, 0.3339",
    "9, 10, 3, 10, 0.1705, 0.8090",
    "6, 7, 2, 7, 0.0582, 0.8062",
    "5, 56, 0, 29, -0.0381, 0.1926"
  })
  void intervalOfOneStratumIsNewcombes(
      long ownHits, long own, long otherHits, long others, double low, double high) {
    Interval interval = shares(new Stratum(own, ownHits, others, otherHits)).interval(0.95);

    assertThat(interval.low()).isCloseTo(low, within(5e-5));
    assertThat(interval.high()).isCloseTo(high, within(5e-5));
  }

  @Test
  void intervalContainsTheDifference() {
    Random random = new Random(3);
    for (int i = 0; i < 500; i++) {
      StratifiedShares shares = random(random, 1 + random.nextInt(5), 40, random.nextDouble());
      Interval interval = shares.interval(0.95);

      assertThat(shares.difference()).isBetween(interval.low(), interval.high());
      assertThat(shares.pValue()).isBetween(0.0, 1.0);
    }
  }

  /** A large group among few others: against a fixed share it would be accused every third time. */
  @Test
  void othersAreASampleToo() {
    Random random = new Random(5);
    int accused = 0;
    for (int market = 0; market < 2_000; market++) {
      StratifiedShares shares =
          shares(new Stratum(900, hits(random, 900, 0.4), 60, hits(random, 60, 0.4)));
      accused += shares.pValue() < 0.05 ? 1 : 0;
    }

    assertThat(accused / 2_000.0).isBetween(0.02, 0.055);
  }

  @Test
  void groupWithoutAStratumIsNotCompared() {
    assertThatThrownBy(() -> new StratifiedShares(List.of()))
        .hasMessage("There is nothing to compare without a stratum");
    assertThatThrownBy(() -> new Stratum(1, 2, 3, 0)).hasMessage("2 of 1 is no share");
    assertThatThrownBy(() -> new Stratum(1, 1, 0, 0)).hasMessage("0 of 0 is no share");
  }

  private static StratifiedShares random(Random random, int strata, int cases, double share) {
    List<Stratum> list = new ArrayList<>();
    for (int i = 0; i < strata; i++) {
      long own = 1 + random.nextInt(cases);
      long others = 1 + random.nextInt(cases);
      list.add(new Stratum(own, hits(random, own, share), others, hits(random, others, share)));
    }
    return new StratifiedShares(list);
  }

  private static long hits(Random random, long cases, double share) {
    long hits = 0;
    for (long i = 0; i < cases; i++) {
      hits += random.nextDouble() < share ? 1 : 0;
    }
    return hits;
  }

  private static StratifiedShares shares(Stratum... strata) {
    return new StratifiedShares(List.of(strata));
  }
}
