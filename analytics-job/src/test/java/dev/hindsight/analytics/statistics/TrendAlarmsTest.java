package dev.hindsight.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrendAlarmsTest {
  private static final TrendAlarms CHANCE = new TrendAlarms(0);

  @Test
  void ordinaryQuartersHaveAtMostOneFalseAlarmOverThreeThousandSeries() {
    long[] alarms = quarters(60, 0, CHANCE);

    assertThat(Arrays.stream(alarms).sum()).isLessThanOrEqualTo(21);
    assertThat(Arrays.stream(alarms).filter(count -> count > 1).count()).isLessThanOrEqualTo(3);
  }

  @Test
  void weeksThatScatterMoreThanByChanceKeepThePromiseWithTheirSpread() {
    long[] alarms = quarters(30, 0.05, new TrendAlarms(0.05));

    assertThat(Arrays.stream(alarms).sum()).isLessThanOrEqualTo(11);
    assertThat(Arrays.stream(alarms).filter(count -> count > 1).count()).isLessThanOrEqualTo(2);
  }

  @Test
  void aUsualThatIsLearntFromEightWeeksKeepsThePromise() {
    long alarms = 0;
    for (int quarter = 0; quarter < 30; quarter++) {
      RandomCounts random = new RandomCounts(2_000 + quarter);
      for (int series = 0; series < TrendAlarms.SERIES; series++) {
        double mean = random.logUniform(0.05, 50);
        Baseline past = new Baseline(random.poisson(8 * mean), 8);
        List<WeekCount> weeks =
            ordinary(random, mean, 0).stream()
                .map(week -> new WeekCount(week.observed(), past.expected(1)))
                .toList();
        alarms += new TrendAlarms(past.spread()).of(weeks).stream().filter(alarm -> alarm).count();
      }
    }

    assertThat(alarms).isLessThanOrEqualTo(11);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 0.1, 1})
  void noWeekAlarmsByChanceMoreOftenThanPromised(double spread) {
    TrendAlarms rule = new TrendAlarms(spread);
    for (double expected = 1e-3; expected < 2_000; expected *= 1.3) {
      double week = falseAlarm(expected, spread, lowestWeek(rule, expected));
      double pair = falseAlarm(2 * expected, spread, lowestPair(rule, expected));

      assertThat(week + pair).as("%s expected", expected).isLessThanOrEqualTo(TrendAlarms.TAIL);
    }
  }

  @ParameterizedTest(name = "{0} expected a week, spread {1}: {2}")
  @CsvSource({
    "10, 0, 0.991",
    "12.5, 0, 0.9986",
    "50, 0, 1.0",
    "10, 0.01, 0.957",
    "10, 0.015, 0.918"
  })
  void threeTimesTheUsualIsFoundWithinTwoWeeks(double expected, double spread, double probability) {
    NegativeBinomial tripled = new NegativeBinomial(3 * expected, spread);

    assertThat(found(new TrendAlarms(spread), expected, tripled))
        .isCloseTo(probability, within(6e-4))
        .isGreaterThan(0.9);
  }

  // scipy 1.17.1: poisson.pmf of the past times P(no alarm in two weeks), summed over the past
  @ParameterizedTest(name = "{0} a week: {1}")
  @CsvSource({"10, 0.9416", "12.5, 0.9875", "20, 1.0"})
  void threeTimesAUsualThatWasLearntFromEightWeeksIsFoundWithinTwoWeeks(
      double mean, double probability) {
    NegativeBinomial eightWeeks = NegativeBinomial.poisson(8 * mean);
    NegativeBinomial tripled = NegativeBinomial.poisson(3 * mean);
    double found = 0;
    for (long events = 0; events < 20 * mean; events++) {
      Baseline past = new Baseline(events, 8);
      TrendAlarms rule = new TrendAlarms(past.spread());
      found += exactly(events, eightWeeks) * found(rule, past.expected(1), tripled);
    }

    assertThat(found).isCloseTo(probability, within(6e-5)).isGreaterThan(0.9);
  }

  @Test
  void tenAWeekAlarmAtTwentyEightOrAtFortyThreeInTwoWeeks() {
    assertThat(CHANCE.of(weeks(10, 10, 27, 10))).containsExactly(false, false, false);
    assertThat(CHANCE.of(weeks(10, 10, 28, 10))).containsExactly(false, true, false);
    assertThat(CHANCE.of(weeks(10, 10, 20, 22))).containsExactly(false, false, false);
    assertThat(CHANCE.of(weeks(10, 10, 20, 23))).containsExactly(false, false, true);
  }

  @Test
  void aWeekThatHasAlarmedIsNotCountedAgainWithTheNext() {
    assertThat(CHANCE.of(weeks(10, 60, 15))).containsExactly(true, false);
    assertThat(CHANCE.of(weeks(10, 60, 20, 23))).containsExactly(true, false, true);
  }

  @Test
  void aWeekWithoutAnExpectationNeitherAlarmsNorIsCounted() {
    List<WeekCount> weeks =
        List.of(new WeekCount(20, 10), new WeekCount(50, 0), new WeekCount(23, 10));

    assertThat(CHANCE.of(weeks)).containsExactly(false, false, false);
  }

  @Test
  void fewerThanFiveEventsAreNoAlarm() {
    assertThat(CHANCE.of(weeks(1e-9, 4))).containsExactly(false);
    assertThat(CHANCE.of(weeks(1e-9, 5))).containsExactly(true);
  }

  @Test
  void fallingSeriesDoNotAlarm() {
    assertThat(CHANCE.of(weeks(500, 0, 0))).containsExactly(false, false);
    assertThat(CHANCE.of(List.of())).isEmpty();
  }

  @Test
  void whatIsNoSpreadIsRefused() {
    assertThatThrownBy(() -> new TrendAlarms(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("NaN is no spread; it is 0 or more");
  }

  @Test
  void whatIsNoWeekIsRefused() {
    assertThatThrownBy(() -> new WeekCount(1, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 observed of NaN expected is no week");
  }

  /** Alarms of each quarter, over series of 0.05 to 50 expected a week in which nothing changes. */
  private static long[] quarters(int quarters, double spread, TrendAlarms rule) {
    return IntStream.range(0, quarters)
        .mapToLong(
            quarter -> {
              RandomCounts random = new RandomCounts(1_000 + quarter);
              return IntStream.range(0, TrendAlarms.SERIES)
                  .mapToObj(series -> ordinary(random, random.logUniform(0.05, 50), spread))
                  .mapToLong(weeks -> rule.of(weeks).stream().filter(alarm -> alarm).count())
                  .sum();
            })
        .toArray();
  }

  private static List<WeekCount> ordinary(RandomCounts random, double expected, double spread) {
    return IntStream.range(0, TrendAlarms.WEEKS_OF_A_QUARTER)
        .mapToObj(week -> new WeekCount(random.poisson(expected * random.ratio(spread)), expected))
        .toList();
  }

  /** P(alarm in the first or the second week), by the distribution of both weeks' counts. */
  private static double found(TrendAlarms rule, double expected, NegativeBinomial week) {
    long lowest = lowestWeek(rule, expected);
    long pair = lowestPair(rule, expected);
    double missed = 0;
    for (long first = 0; first < lowest; first++) {
      missed += exactly(first, week) * week.probabilityOfAtMost(Math.min(lowest, pair - first) - 1);
    }
    return 1 - missed;
  }

  private static double exactly(long count, NegativeBinomial counts) {
    return counts.probabilityOfAtMost(count) - counts.probabilityOfAtMost(count - 1);
  }

  private static double falseAlarm(double expected, double spread, long lowest) {
    return new NegativeBinomial(expected, spread).probabilityOfAtLeast(lowest);
  }

  /** The lowest count of a week that alarms. */
  private static long lowestWeek(TrendAlarms rule, double expected) {
    return lowest(count -> rule.of(weeks(expected, count)).get(0), expected);
  }

  /** The lowest count of two weeks that alarms, where none of them does alone. */
  private static long lowestPair(TrendAlarms rule, double expected) {
    return lowest(
        count -> {
          List<WeekCount> halves =
              List.of(
                  new WeekCount(count / 2, expected), new WeekCount(count - count / 2, expected));
          return rule.of(halves).get(1);
        },
        2 * expected);
  }

  private static long lowest(LongPredicate isAlarm, double expected) {
    long below = 0;
    long at = 8 + (long) (100 * expected);
    while (at - below > 1) {
      long middle = (at + below) / 2;
      if (isAlarm.test(middle)) {
        at = middle;
      } else {
        below = middle;
      }
    }
    return at;
  }

  private static List<WeekCount> weeks(double expected, long... observed) {
    return Arrays.stream(observed).mapToObj(count -> new WeekCount(count, expected)).toList();
  }
}
