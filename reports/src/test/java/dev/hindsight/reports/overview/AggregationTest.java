package dev.hindsight.reports.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.hindsight.datasets.marts.Alarm;
import dev.hindsight.datasets.marts.DailyMeasure;
import dev.hindsight.datasets.marts.TrendScope;
import dev.hindsight.reports.overview.CausesByCategory.Category;
import dev.hindsight.reports.overview.CausesOverTime.Cause;
import dev.hindsight.reports.overview.Changes.Measure;
import dev.hindsight.reports.overview.Fairness.Comparison;
import dev.hindsight.reports.overview.ProcessTimes.Step;
import dev.hindsight.reports.overview.Quality.Code;
import dev.hindsight.reports.overview.Quality.Defects;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the page adds up, with numbers by hand. */
class AggregationTest {
  private static final LocalDate JANUARY = LocalDate.parse("2026-01-01");

  @Test
  void causesAreAddedUpByMonthAndMonthsHaveNoGaps() {
    CauseMonths months = new CauseMonths();
    months.add(outcomes("DEFECTIVE", JANUARY, 3, "10"));
    months.add(outcomes("DEFECTIVE", JANUARY, 2, null));
    months.add(outcomes("DAMAGED_IN_TRANSIT", JANUARY.plusMonths(2), 1, "4.5"));

    CausesOverTime overTime = months.asOf(LocalDate.parse("2026-03-30"));

    assertThat(overTime.months())
        .containsExactly(JANUARY, JANUARY.plusMonths(1), JANUARY.plusMonths(2));
    assertThat(overTime.causes())
        .containsExactly(
            new Cause("defective", List.of(5L, 0L, 0L), money("10", "0", "0")),
            new Cause("arrived damaged", List.of(0L, 0L, 1L), money("0", "0", "4.5")));
    assertThat(overTime.isLastMonthComplete()).isFalse();
    assertThat(overTime.disputesOf(0)).isEqualTo(5);
    assertThat(overTime.refundsOf(2)).isEqualByComparingTo("4.5");
    assertThat(months.asOf(LocalDate.parse("2026-03-31")).isLastMonthComplete()).isTrue();
  }

  @Test
  void rareCausesAreShownTogetherAndOldMonthsNot() {
    CauseMonths months = new CauseMonths();
    IntStream.rangeClosed(1, 10)
        .forEach(i -> months.add(outcomes("CAUSE_%02d".formatted(i), JANUARY, i, null)));
    months.add(outcomes("CAUSE_01", JANUARY.minusMonths(24), 99, null));

    CausesOverTime overTime = months.asOf(JANUARY.plusDays(30));

    assertThat(overTime.months()).hasSize(24).startsWith(JANUARY.minusMonths(23));
    assertThat(overTime.causes()).hasSize(8);
    assertThat(overTime.causes().get(0).name()).isEqualTo("CAUSE_10");
    assertThat(overTime.causes().get(7).name()).isEqualTo("all others");
    assertThat(overTime.causes().get(7).disputeCount()).isEqualTo(3 + 2 + 1);
  }

  @Test
  void causesAndCategoriesArePutInATableOfRates() {
    CausesByCategory by =
        CausesByCategory.of(
            List.of(
                new CausesByCategory.Row("toys", "DEFECTIVE", 500, 4),
                new CausesByCategory.Row("toys", "NOT_SHIPPED", 500, 1),
                new CausesByCategory.Row("books", "NOT_SHIPPED", 2_000, 7)));

    assertThat(by.categories())
        .containsExactly(new Category("books", 2_000), new Category("toys", 500));
    assertThat(by.causes())
        .containsExactly(
            new CausesByCategory.Cause("never shipped", List.of(7L, 1L)),
            new CausesByCategory.Cause("defective", List.of(0L, 4L)));
    assertThat(by.perThousand(0, 0)).isEqualTo(3.5);
    assertThat(by.perThousand(1, 1)).isEqualTo(8);
    assertThat(by.leftOutCategoryCount()).isZero();
  }

  @Test
  void stepsThatTakeMostTimeComeFirstAndTheRestIsSummed() {
    List<ProcessTimes.Row> rows =
        IntStream.rangeClosed(1, 14)
            .mapToObj(i -> new ProcessTimes.Row("OPENED", "E_" + i, 1, 2, 3, i, i / 105.0))
            .toList();

    ProcessTimes process = ProcessTimes.of(rows);

    assertThat(process.steps()).hasSize(12);
    assertThat(process.steps().get(0)).isEqualTo(new Step("opened", "e 14", 1, 2, 3, 14 / 105.0));
    assertThat(process.leftOutCount()).isEqualTo(2);
    assertThat(process.leftOutShare()).isEqualTo(1 / 105.0 + 2 / 105.0);
  }

  @Test
  void flaggedComparisonsComeFirstAndUntestedOnesNot() {
    Fairness fairness =
        Fairness.of(
            List.of(
                fairness("A", 0.3, false), fairness("B", 0.04, true), fairness("C", null, false)));

    assertThat(fairness.comparisons())
        .extracting(Comparison::group)
        .containsExactly("ship region: B", "ship region: A");
    assertThat(fairness.testedCount()).isEqualTo(2);
    assertThat(fairness.flaggedCount()).isEqualTo(1);
  }

  @Test
  void whatIsMissingOfDisputesIsCountedFromADateOn() {
    DisputeDefects defects = new DisputeDefects(JANUARY);
    defects.add(dispute(true, "toys", "DEFECTIVE", JANUARY.minusDays(1)));
    defects.add(dispute(false, "UNKNOWN", "UNMAPPED", JANUARY));
    defects.add(dispute(true, "toys", "UNMAPPED", JANUARY.plusDays(5)));
    defects.add(dispute(true, "toys", "DEFECTIVE", JANUARY.plusDays(5)));

    assertThat(defects.defects()).isEqualTo(new Defects(3, 1, 2, 1, 3));
    assertThat(defects.unmappedCodes()).containsExactly(new Code("X9", 2));
  }

  @Test
  void correctedDatesAreToldFromGrownOnes() {
    RestatedDates dates = new RestatedDates();
    dates.add(restated(JANUARY, DailyMeasure.OPENED_DISPUTES, 2, 1));
    dates.add(restated(JANUARY.plusDays(1), DailyMeasure.OPENED_DISPUTES, 0, 4));
    dates.add(restated(JANUARY, DailyMeasure.WON_DISPUTES, 0, -1));

    Changes changes = dates.changes(Optional.empty());

    assertThat(changes.earlierVersion()).isEqualTo("2026-01-30.1");
    assertThat(changes.correctedDateCount()).isEqualTo(1);
    assertThat(changes.grownDateCount()).isEqualTo(1);
    assertThat(changes.measures())
        .containsExactly(
            new Measure("opened disputes", 1, 2, 1, 5), new Measure("won disputes", 0, 0, 1, -1));
  }

  @Test
  void alarmsOfTheLastFourCompleteWeeksAreShownOncePerSeries() {
    WatchedSeries watched = new WatchedSeries();
    LocalDate monday = LocalDate.parse("2026-02-02");
    watched.add(week("a", monday, 9, Alarm.ABOVE));
    watched.add(week("a", monday.plusWeeks(1), 12, Alarm.ABOVE));
    watched.add(week("b", monday.minusWeeks(3), 30, Alarm.ABOVE));
    watched.add(week("c", monday.plusWeeks(1), 3, null));
    watched.add(week("a", monday.plusWeeks(1), 8, null));

    List<WatchedSeries.Row> alarmed = watched.alarmed();

    assertThat(alarmed)
        .extracting(WatchedSeries.Row::scopeId, WatchedSeries.Row::disputedOrderCount)
        .containsExactly(tuple("a", 12L));
    assertThat(new WatchedSeries().alarmed()).isEmpty();
  }

  @Test
  void figuresAreWrittenInEnglish() {
    assertThat(
            List.of(
                entry(Figures.count(1_234), "1,234"),
                entry(Figures.percent(1, 8), "12.5 %"),
                entry(Figures.percent(1, 0), "–"),
                entry(Figures.points(-0.051), "−5.1"),
                entry(Figures.change(12), "+12"),
                entry(Figures.time(47.9), "47.9 h"),
                entry(Figures.time(60), "2.5 days"),
                entry(Figures.probability(0.00001), "under 0.0001"),
                entry(Figures.money(new BigDecimal("1234.5"), "EUR"), "EUR 1,234")))
        .allSatisfy(written -> assertThat(written.getKey()).isEqualTo(written.getValue()));
  }

  private static CauseMonths.Row outcomes(
      String cause, LocalDate month, long disputes, @Nullable String refunded) {
    return new CauseMonths.Row(
        cause, month, disputes, refunded == null ? null : new BigDecimal(refunded), "EUR");
  }

  private static List<BigDecimal> money(String... amounts) {
    return List.of(amounts).stream().map(BigDecimal::new).toList();
  }

  private static Fairness.Row fairness(String group, @Nullable Double qValue, boolean isFlagged) {
    return new Fairness.Row(
        "SHIP_REGION", group, "PARTIAL", 40, 0.5, 0.4, 0.1, 0.0, 0.2, qValue, isFlagged);
  }

  private static DisputeDefects.Row dispute(
      boolean isFound, String category, String cause, LocalDate opened) {
    return new DisputeDefects.Row(isFound, category, cause, "X9", opened, null);
  }

  private static RestatedDates.Row restated(
      LocalDate date, DailyMeasure measure, long restated, long matured) {
    return new RestatedDates.Row(date, measure, "2026-01-30.1", restated, matured, restated != 0);
  }

  private static WatchedSeries.Row week(
      String seller, LocalDate monday, long orders, @Nullable Alarm alarm) {
    return new WatchedSeries.Row(
        TrendScope.SELLER, seller, "DEFECTIVE", monday, true, orders, 2.0, alarm);
  }
}
