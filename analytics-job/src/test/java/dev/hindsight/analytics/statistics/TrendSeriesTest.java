package dev.hindsight.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrendSeriesTest {
  /** A first week that says nothing, thirteen with 129 disputes, and the one before the last. */
  private static final List<Long> TEN_A_WEEK =
      List.of(99L, 9L, 10L, 10L, 10L, 10L, 10L, 10L, 10L, 10L, 10L, 10L, 10L, 10L, 10L);

  @Test
  void usualIsLearntFromTheWeeksBeforeThePair() {
    TrendWeek week = last(TEN_A_WEEK, 12);

    UsualWeek usual = Objects.requireNonNull(week.usual());
    assertThat(usual.weeks()).isEqualTo(13);
    assertThat(usual.events()).isEqualTo(129);
    assertThat(usual.scatter()).isEqualTo(0.01);
    assertThat(week.expected()).isEqualTo(10);
    assertThat(usual.spread()).isCloseTo(0.01 + 1 / 130.0, within(1e-15));
  }

  // scipy 1.17.1: nbinom.sf(count - 1, 1 / v, 1 / (1 + v * mean)), v = 0.01 + 1 / 130
  @ParameterizedTest(name = "{0} after 10: {3}")
  @CsvSource({
    "12, 0.3118670385119838, 0.3675417490044672, false",
    "30, 3.6675110328961145e-06, 0.0005978313420194981, false",
    "31, 1.5182324367886597e-06, 0.000360919322121342, true"
  })
  void weekOrPairAlarmsBeyondItsTail(long count, double week, double twoWeeks, boolean isAlarm) {
    TrendWeek judged = last(TEN_A_WEEK, count);

    assertThat(judged.weekPValue()).isCloseTo(week, within(1e-9 * week));
    assertThat(judged.twoWeekPValue()).isCloseTo(twoWeeks, within(1e-9 * twoWeeks));
    assertThat(judged.isAlarm()).isEqualTo(isAlarm);
  }

  @Test
  void twoWeeksAlarmThatWouldNotAlone() {
    List<Long> counts = new ArrayList<>(TEN_A_WEEK.subList(0, 14));
    counts.add(20L);

    assertThat(last(counts, 28).isAlarm()).isFalse();
    assertThat(last(counts, 29).isAlarm()).isTrue();
    assertThat(last(counts, 29).weekPValue()).isGreaterThan(TrendAlarms.WEEK_TAIL);
  }

  @Test
  void aWeekAfterAnAlarmIsJudgedAlone() {
    List<Long> counts = new ArrayList<>(TEN_A_WEEK);
    counts.add(40L);

    TrendWeek after = last(counts, 20);

    assertThat(after.twoWeekPValue()).isNull();
    assertThat(after.weekPValue()).isNotNull();
    assertThat(after.isAlarm()).isFalse();
  }

  @Test
  void aShortPastSaysNothing() {
    List<TrendWeek> weeks = new TrendSeries(TEN_A_WEEK, 1).weeks();

    assertThat(weeks).hasSize(15).allMatch(week -> week.usual() == null && !week.isAlarm());
  }

  @Test
  void noMoreThanTwentySixWeeksArePast() {
    List<Long> counts = new ArrayList<>(Collections.nCopies(40, 7L));

    UsualWeek usual = Objects.requireNonNull(last(counts, 7).usual());

    assertThat(usual.weeks()).isEqualTo(26);
    assertThat(usual.events()).isEqualTo(26 * 7);
  }

  @Test
  void anUnfinishedWeekExpectsItsShareAndIsNotJudged() {
    List<Long> counts = new ArrayList<>(TEN_A_WEEK);
    counts.add(500L);

    List<TrendWeek> weeks = new TrendSeries(counts, 3 / 7.0).weeks();
    TrendWeek unfinished = weeks.get(weeks.size() - 1);

    assertThat(unfinished.expected()).isCloseTo(30 / 7.0, within(1e-12));
    assertThat(unfinished.weekPValue()).isNull();
    assertThat(unfinished.isAlarm()).isFalse();
  }

  @Test
  void aLevelThatStaysBecomesTheUsual() {
    List<Long> counts = new ArrayList<>(Collections.nCopies(30, 10L));
    counts.addAll(Collections.nCopies(20, 40L));

    List<Integer> alarms = alarms(counts);

    assertThat(alarms).startsWith(30).allMatch(week -> week < 38);
  }

  @Test
  void seriesThatAreSilentHaveFiniteNumbers() {
    assertThat(last(Collections.nCopies(40, 0L), 0))
        .satisfies(week -> assertThat(week.expected()).isEqualTo(1 / 26.0))
        .satisfies(week -> assertThat(week.weekPValue()).isEqualTo(1));
    assertThat(last(Collections.nCopies(40, 0L), 5).isAlarm()).isTrue();
  }

  @Test
  void weeksOfAThousandThatDifferByAFifthAreTheirOwnUsual() {
    List<Long> counts =
        LongStream.range(0, 40).mapToObj(week -> 1000 + (week % 2 == 0 ? 200 : -200L)).toList();

    UsualWeek usual = Objects.requireNonNull(last(counts, 1000).usual());

    // The past's variance beyond chance is 40,000 * 26/25 - 1000; nearly all of it is believed.
    assertThat(usual.scatter()).isBetween(0.036, 0.0406);
    assertThat(last(counts, 1500).isAlarm()).isFalse();
    assertThat(last(Collections.nCopies(40, 1000L), 1700).isAlarm()).isTrue();
  }

  /** The promise: at most one false alarm in a quarter of 3,000 series of 0.1 to 50 a week. */
  @ParameterizedTest(name = "weeks differ by a relative variance of {0}")
  @CsvSource({"0, 21", "0.01, 21"})
  void ordinaryQuartersHaveAtMostOneFalseAlarm(double spread, int most) {
    int[] alarms = new int[60];
    for (int market = 0; market < alarms.length / 2; market++) {
      RandomCounts random = new RandomCounts(5_000 + market);
      for (int series = 0; series < TrendAlarms.SERIES; series++) {
        double mean = random.logUniform(0.1, 50);
        for (int week : alarms(ordinary(random, mean, spread, 15 + 26))) {
          alarms[2 * market + (week - 15) / TrendAlarms.WEEKS_OF_A_QUARTER]++;
        }
      }
    }

    assertThat(IntStream.of(alarms).sum()).isLessThanOrEqualTo(most);
    assertThat(IntStream.of(alarms).filter(count -> count > 1).count()).isLessThanOrEqualTo(3);
  }

  /** Nobody promises it; a fixed scatter of 0.01 has about 476. */
  @Test
  void largeSeriesLearnHowMuchTheirWeeksDiffer() {
    RandomCounts random = new RandomCounts(8);
    int alarms = 0;
    for (int series = 0; series < TrendAlarms.SERIES; series++) {
      double mean = random.logUniform(50, 2_000);
      int first = TrendSeries.LONGEST_PAST + 2;
      List<Long> counts = ordinary(random, mean, 0.05, first + TrendAlarms.WEEKS_OF_A_QUARTER);
      alarms += (int) alarms(counts).stream().filter(week -> week >= first).count();
    }

    assertThat(alarms).isLessThanOrEqualTo(14);
  }

  /** The promise: three times the usual is found within two weeks with probability 0.9. */
  @ParameterizedTest(name = "{0} a week, {1} weeks of past, spread {2}: {3}")
  @CsvSource({
    "10, 13, 0,    0.918",
    "10, 26, 0,    0.947",
    "10, 26, 0.01, 0.925",
    "12, 13, 0,    0.965",
    "50, 13, 0,    1.0",
    "50, 26, 0.01, 1.0"
  })
  void threeTimesTheUsualIsFoundWithinTwoWeeks(
      double mean, int past, double spread, double probability) {
    assertThat(foundShare(mean, past, spread))
        .isGreaterThan(0.9)
        .isCloseTo(probability, within(0.01));
  }

  /** Where the promise is not kept: the shortest past, and weeks that differ by a tenth as well. */
  @Test
  void theShortestPastOfWeeksThatDifferFallsJustShort() {
    assertThat(foundShare(10, 13, 0.01)).isCloseTo(0.893, within(0.01));
    assertThat(foundShare(12, 13, 0.01)).isGreaterThan(0.9);
  }

  @ParameterizedTest
  @CsvSource({"0", "1.1", "NaN"})
  void whatIsNoShareIsRefused(double share) {
    assertThatThrownBy(() -> new TrendSeries(TEN_A_WEEK, share))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("%s is no share of a week", share);
  }

  private static double foundShare(double mean, int past, double spread) {
    RandomCounts random = new RandomCounts(77);
    int found = 0;
    int trials = 10_000;
    for (int trial = 0; trial < trials; trial++) {
      List<Long> counts = ordinary(random, mean, spread, past + 2);
      counts.addAll(ordinary(random, 3 * mean, spread, 2));
      found += alarms(counts).stream().anyMatch(week -> week >= past + 2) ? 1 : 0;
    }
    return found / (double) trials;
  }

  private static TrendWeek last(List<Long> before, long count) {
    List<Long> counts = new ArrayList<>(before);
    counts.add(count);
    List<TrendWeek> weeks = new TrendSeries(counts, 1).weeks();
    return weeks.get(weeks.size() - 1);
  }

  private static List<Integer> alarms(List<Long> counts) {
    List<TrendWeek> weeks = new TrendSeries(counts, 1).weeks();
    return IntStream.range(0, weeks.size())
        .filter(week -> weeks.get(week).isAlarm())
        .boxed()
        .toList();
  }

  private static List<Long> ordinary(RandomCounts random, double mean, double spread, int weeks) {
    List<Long> counts = new ArrayList<>();
    for (int week = 0; week < weeks; week++) {
      counts.add(random.poisson(mean * random.ratio(spread)));
    }
    return counts;
  }
}
