package dev.hindsight.nightly.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayGatesTest {
  private static final LocalDate START = LocalDate.of(2026, 9, 1);
  private static final LocalDate CHRISTMAS = LocalDate.of(2026, 12, 25);

  private final Map<LocalDate, Long> counts = new HashMap<>();
  private final Map<Integer, Map<LocalDate, Long>> atAge = new HashMap<>();

  @BeforeEach
  void sellEveryDay() {
    START.datesUntil(CHRISTMAS.plusDays(1)).forEach(day -> counts.put(day, 100L));
  }

  @Test
  void anOrdinaryDayPasses() {
    assertThat(findings()).isEmpty();
  }

  @Test
  void aDayWithoutAnythingIsMissing() {
    counts.remove(CHRISTMAS);

    assertThat(findings())
        .containsExactly(
            new Finding(
                Gate.MISSING_DAY,
                CHRISTMAS,
                "2026-12-25 has no transactions where about 100 are usual (the 8 Fridays before:"
                    + " 100 100 100 100 100 100 100 100)"));
  }

  @ParameterizedTest(name = "{0} instead of 100")
  @CsvSource({"39, true", "41, false", "250, false", "299, false", "302, true"})
  void aDayFarFromTheUsualStops(long count, boolean isStopped) {
    counts.put(CHRISTMAS, count);

    assertThat(findings())
        .extracting(Finding::gate)
        .isEqualTo(isStopped ? List.of(Gate.DAILY_COUNTS) : List.of());
  }

  @Test
  void aSmallShopHasDaysWithoutAnything() {
    START.datesUntil(CHRISTMAS).forEach(day -> counts.put(day, day.getDayOfYear() % 5L));
    counts.remove(CHRISTMAS);

    assertThat(findings()).isEmpty();
  }

  @Test
  void aSmallShopMaySellMuchMore() {
    START.datesUntil(CHRISTMAS).forEach(day -> counts.put(day, 2L));
    counts.put(CHRISTMAS, 49L);

    assertThat(findings()).isEmpty();
  }

  @Test
  void aWeekdayWithoutAnythingIsUsualWhereItAlwaysIs() {
    counts.replaceAll((day, count) -> day.getDayOfWeek() == DayOfWeek.FRIDAY ? 0 : count);

    assertThat(findings()).isEmpty();
  }

  @Test
  void aHolidayAmongThePastHidesNothingAndStopsNothing() {
    counts.put(CHRISTMAS.minusDays(14), 0L);
    assertThat(findings()).isEmpty();

    counts.put(CHRISTMAS, 0L);
    assertThat(findings()).extracting(Finding::gate).containsExactly(Gate.MISSING_DAY);
  }

  @Test
  void aMarketThatGrowsByATenthAWeekPasses() {
    counts.replaceAll(
        (day, count) ->
            Math.round(10_000 * Math.pow(1.1, (day.toEpochDay() - CHRISTMAS.toEpochDay()) / 7.0)));

    assertThat(findings()).isEmpty();
  }

  @Test
  void underFourWeeksNothingIsUsual() {
    LocalDate start = CHRISTMAS.minusDays(27);
    counts.keySet().removeIf(day -> day.isBefore(start));
    counts.remove(CHRISTMAS);
    DayGates days = days(start, GateBounds.DEFAULT);

    assertThat(days.isTold()).isFalse();
    assertThat(days.findings(CHRISTMAS)).isEmpty();
    assertThat(days(START, GateBounds.DEFAULT).isTold()).isTrue();
  }

  @Test
  void aSourceThatAlwaysComesLateIsNotMissing() {
    counts.put(CHRISTMAS, 0L);
    Map<LocalDate, Long> newest = new HashMap<>();
    CHRISTMAS.minusDays(60).datesUntil(CHRISTMAS).forEach(day -> newest.put(day, 0L));
    atAge.put(0, newest);
    assertThat(findings()).isEmpty();

    counts.put(CHRISTMAS.minusDays(1), 0L);
    assertThat(days(START, GateBounds.DEFAULT).findings(CHRISTMAS.minusDays(1)))
        .extracting(Finding::date)
        .containsExactly(CHRISTMAS.minusDays(1));
  }

  @Test
  void aBoundOfZeroStopsNoFall() {
    counts.remove(CHRISTMAS);

    assertThat(days(START, new GateBounds(0, 3, 0.1)).findings(CHRISTMAS)).isEmpty();
  }

  private List<Finding> findings() {
    return days(START, GateBounds.DEFAULT).findings(CHRISTMAS);
  }

  private DayGates days(LocalDate start, GateBounds bounds) {
    return new DayGates(
        CountedFeed.TRANSACTIONS, new DailyHistory(start, counts, atAge), CHRISTMAS, bounds);
  }
}
