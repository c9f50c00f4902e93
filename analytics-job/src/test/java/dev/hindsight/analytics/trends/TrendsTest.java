package dev.hindsight.analytics.trends;

import static dev.hindsight.analytics.examples.DisputeExample.aDispute;
import static dev.hindsight.analytics.examples.TransactionExample.aTransaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.hindsight.analytics.SparkTest;
import dev.hindsight.analytics.dataset.ContractRows;
import dev.hindsight.analytics.dataset.IntermediateRows;
import dev.hindsight.analytics.examples.DisputeExample;
import dev.hindsight.analytics.examples.TransactionExample;
import dev.hindsight.analytics.kept.OrderLines;
import dev.hindsight.analytics.time.ReportingCalendar;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.datasets.marts.Alarm;
import dev.hindsight.datasets.marts.Dispute;
import dev.hindsight.datasets.marts.Trend;
import dev.hindsight.datasets.marts.TrendScope;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class TrendsTest {
  /** A Saturday: six days of its week have passed. */
  private static final LocalDate AS_OF = LocalDate.parse("2026-01-31");

  private static final LocalDate LAST_MONDAY = LocalDate.parse("2026-01-26");

  private final SparkSession spark;
  private final Path folder;
  private final List<DisputeExample> disputes = new ArrayList<>();
  private final List<TransactionExample> transactions = new ArrayList<>();

  TrendsTest(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    this.folder = folder;
  }

  @Test
  void weeksWithoutDisputesAreZeros() {
    opened(1, "2026-01-01");
    opened(2, "2026-01-18");
    opened(1, "2026-01-19");

    assertThat(of(TrendScope.MARKETPLACE, trends(AS_OF)))
        .extracting(Trend::weekStartDate, Trend::disputeCount, Trend::isComplete)
        .containsExactly(
            tuple(LocalDate.parse("2025-12-29"), 1L, true),
            tuple(LocalDate.parse("2026-01-05"), 0L, true),
            tuple(LocalDate.parse("2026-01-12"), 2L, true),
            tuple(LocalDate.parse("2026-01-19"), 1L, true),
            tuple(LAST_MONDAY, 0L, false));
  }

  @Test
  void adjustedDisputesAreCountedAndJudgedLikeOthers() {
    opened(1, "2026-01-19");
    disputes.add(aDispute("adjusted").opened("2026-01-19T00:00:00Z").adjusted());
    disputes.add(aDispute("first").line("t", "o").opened("2026-01-12T00:00:00Z").adjusted());
    disputes.add(aDispute("second").line("t", "o").opened("2026-01-19T00:00:00Z"));

    assertThat(of(TrendScope.MARKETPLACE, trends(AS_OF)))
        .extracting(Trend::weekStartDate, Trend::disputeCount, Trend::disputedOrderCount)
        .containsExactly(
            tuple(LocalDate.parse("2026-01-12"), 1L, 1L),
            tuple(LocalDate.parse("2026-01-19"), 3L, 2L),
            tuple(LAST_MONDAY, 0L, 0L));
  }

  @Test
  void aWeekThatEndsWithTheDateIsComplete() {
    opened(1, "2026-02-01");

    assertThat(of(TrendScope.MARKETPLACE, trends(LocalDate.parse("2026-02-01"))))
        .extracting(Trend::weekStartDate, Trend::isComplete)
        .containsExactly(tuple(LAST_MONDAY, true));
  }

  @Test
  void aSeriesBeginsWithItsScope() {
    opened(1, "2026-01-20");
    sold("t-1", "2026-01-07T00:00:00Z");
    disputes.add(aDispute("other").category("books").seller("s-2").opened("2026-01-27T00:00:00Z"));

    List<Trend> trends = trends(AS_OF);

    assertThat(trends.stream().filter(row -> row.scopeId().equals("toys"))).hasSize(4);
    assertThat(trends.stream().filter(row -> row.scopeId().equals("books"))).hasSize(1);
    assertThat(of(TrendScope.MARKETPLACE, trends)).hasSize(4);
  }

  @Test
  void eachScopeCountsEveryDispute() {
    for (int day = 1; day <= 31; day++) {
      for (int seller = 1; seller <= 3; seller++) {
        disputes.add(
            aDispute("d-%d-%d".formatted(day, seller))
                .seller("s-" + seller)
                .category(day % 2 == 0 ? "toys" : "books")
                .cause(day % 3 == 0 ? "WRONG_ITEM" : "DEFECTIVE")
                .opened("2026-01-%02dT12:00:00Z".formatted(day)));
      }
    }

    List<Trend> trends = trends(AS_OF);

    for (TrendScope scope : TrendScope.values()) {
      assertThat(of(scope, trends).stream().mapToLong(Trend::disputeCount).sum())
          .as("%s", scope)
          .isEqualTo(93);
    }
    assertThat(trends).hasSize((1 + 2 + 3) * 2 * 5);
  }

  @Test
  void sellersHaveTheCausesThatCouldAlarmInFourteenWeeks() {
    opened(4, "2026-01-12");
    disputes.add(aDispute("old").opened("2025-10-20T00:00:00Z"));
    opened(5, "2025-06-02", "WRONG_ITEM");

    List<Trend> rows = of(TrendScope.SELLER, trends(AS_OF));

    // The fifth is of the week before the fourteen that are kept, and makes a pair with the first.
    assertThat(rows).hasSize(14).extracting(Trend::cause).containsOnly("DEFECTIVE");
    assertThat(rows.get(0).weekStartDate()).isEqualTo(LocalDate.parse("2025-10-27"));
    assertThat(rows.stream().mapToLong(Trend::disputeCount).sum()).isEqualTo(4);
    assertThat(of(TrendScope.CATEGORY, trends(AS_OF))).hasSize(2 * 35);
  }

  @Test
  void noMoreThanAHundredAndFourWeeksAreKept() {
    opened(1, LAST_MONDAY.minusWeeks(104).toString());
    opened(1, LAST_MONDAY.minusWeeks(103).toString());

    List<Trend> rows = of(TrendScope.MARKETPLACE, trends(AS_OF));

    assertThat(rows).hasSize(104);
    assertThat(rows.get(0).weekStartDate()).isEqualTo(LAST_MONDAY.minusWeeks(103));
    assertThat(rows.stream().mapToLong(Trend::disputeCount).sum()).isEqualTo(1);
  }

  /** The example of DECISIONS.md. */
  @Test
  void aWeekFarAboveTheUsualAlarmsInEveryScope() {
    tenAWeek();
    opened(31, LAST_MONDAY.minusWeeks(1).toString());
    opened(500, LAST_MONDAY.toString());

    for (TrendScope scope : TrendScope.values()) {
      List<Trend> rows = of(scope, trends(AS_OF));
      Trend alarm = rows.get(rows.size() - 2);
      Trend unfinished = rows.get(rows.size() - 1);

      assertThat(alarm.alarm()).isEqualTo(Alarm.ABOVE);
      assertThat(alarm.expectedCount()).isEqualTo(10);
      assertThat(alarm.pastDisputedOrderCount()).isEqualTo(129);
      assertThat(alarm.pastWeekCount()).isEqualTo(13);
      assertThat(alarm.spread()).isCloseTo(0.01 + 1 / 130.0, within(1e-12));
      assertThat(alarm.weekPValue()).isLessThan(2.2756e-6);
      assertThat(alarm.twoWeekPValue()).isGreaterThan(6.8269e-6);
      assertThat(unfinished.alarm()).isNull();
      assertThat(unfinished.weekPValue()).isNull();
      assertThat(unfinished.expectedCount()).isCloseTo((139 + 1) / 14.0 * 6 / 7, within(1e-9));
      assertThat(rows.stream().filter(row -> row.alarm() != null)).hasSize(1);
    }
  }

  @Test
  void anOrdinaryWeekDoesNotAlarm() {
    tenAWeek();
    opened(30, LAST_MONDAY.minusWeeks(1).toString());

    assertThat(trends(AS_OF)).extracting(Trend::alarm).containsOnlyNulls();
  }

  @Test
  void linesOfOneOrderCountAsOneDisputedOrderWhenItIsFirstDisputed() {
    disputes.add(aDispute("d-1").line("t-1", "o-1").opened("2026-01-13T00:00:00Z"));
    disputes.add(aDispute("d-2").line("t-2", "o-1").opened("2026-01-13T00:00:00Z"));
    disputes.add(aDispute("d-3").line("t-3", "o-1").opened("2026-01-20T00:00:00Z"));
    disputes.add(aDispute("d-4").withoutLine().opened("2026-01-20T00:00:00Z"));
    disputes.add(aDispute("d-5").withoutLine().opened("2026-01-20T00:00:00Z"));
    disputes.add(
        aDispute("d-6").line("t-1", "o-1").cause("WRONG_ITEM").opened("2026-01-20T00:00:00Z"));

    assertThat(of(TrendScope.MARKETPLACE, trends(AS_OF)))
        .extracting(Trend::cause, Trend::disputeCount, Trend::disputedOrderCount)
        .containsExactly(
            tuple("DEFECTIVE", 2L, 1L),
            tuple("DEFECTIVE", 3L, 2L),
            tuple("DEFECTIVE", 0L, 0L),
            tuple("WRONG_ITEM", 0L, 0L),
            tuple("WRONG_ITEM", 1L, 1L),
            tuple("WRONG_ITEM", 0L, 0L));
  }

  @Test
  void aHundredLinesOfOneOrderDoNotAlarm() {
    tenAWeek();
    for (int line = 0; line < 100; line++) {
      disputes.add(
          aDispute("line " + line)
              .line("t-" + line, "o-1")
              .opened(LAST_MONDAY.minusWeeks(1) + "T12:00:00Z"));
    }

    assertThat(trends(AS_OF)).extracting(Trend::alarm).containsOnlyNulls();
  }

  @Test
  void ordersOfTheWeekAreCountedWhateverTheirCause() {
    opened(1, "2026-01-12");
    opened(1, "2026-01-12", "WRONG_ITEM");
    sold("t-1", "2026-01-11T23:30:00Z"); // Monday in Berlin
    sold("t-2", "2026-01-18T22:30:00Z");
    sold("late", "2026-02-01T00:00:00Z");

    List<Trend> rows = of(TrendScope.MARKETPLACE, trends(AS_OF));

    assertThat(rows)
        .extracting(
            Trend::cause, Trend::weekStartDate, Trend::transactionCount, Trend::disputeActivity)
        .contains(
            tuple("DEFECTIVE", LocalDate.parse("2026-01-12"), 2L, 0.5),
            tuple("WRONG_ITEM", LocalDate.parse("2026-01-12"), 2L, 0.5),
            tuple("DEFECTIVE", LocalDate.parse("2026-01-19"), 0L, null),
            tuple("DEFECTIVE", LAST_MONDAY, 0L, null));
  }

  @Test
  void weeksBeforeTheFirstOrderKnowNoOrders() {
    opened(1, "2026-01-05");
    assertThat(trends(AS_OF)).extracting(Trend::transactionCount).containsOnlyNulls();

    sold("t-1", "2026-01-14T00:00:00Z");

    assertThat(of(TrendScope.CATEGORY, trends(AS_OF)))
        .extracting(Trend::transactionCount)
        .containsExactly(null, 1L, 0L, 0L);
  }

  /** Fifteen weeks, of which the first says nothing and thirteen are the past of the last but 1. */
  private void tenAWeek() {
    for (int weeksAgo = 16; weeksAgo >= 2; weeksAgo--) {
      opened(weeksAgo == 15 ? 9 : 10, LAST_MONDAY.minusWeeks(weeksAgo).toString());
    }
  }

  private void opened(int count, String date) {
    opened(count, date, "DEFECTIVE");
  }

  private void opened(int count, String date, String cause) {
    for (int dispute = 0; dispute < count; dispute++) {
      disputes.add(aDispute("d-" + disputes.size()).cause(cause).opened(date + "T12:00:00Z"));
    }
  }

  private void sold(String id, String instant) {
    transactions.add(aTransaction(id).at(instant));
  }

  private static List<Trend> of(TrendScope scope, List<Trend> trends) {
    return trends.stream().filter(row -> row.scope() == scope).toList();
  }

  private List<Trend> trends(LocalDate asOf) {
    ReportingCalendar berlin = new ReportingCalendar(ZoneId.of("Europe/Berlin"));
    List<Trend> rows =
        ContractRows.records(
            new Trends(asOf, berlin, new IntermediateRows(spark, folder))
                .from(
                    ContractRows.rows(
                        spark,
                        Dispute.CONTRACT,
                        disputes.stream().map(DisputeExample::build).toList()),
                    OrderLines.of(
                            ContractRows.rows(
                                spark,
                                Transaction.CONTRACT,
                                transactions.stream().map(TransactionExample::build).toList()),
                            berlin)
                        .linesByDay()),
            Trend.CONTRACT);
    assertThat(rows).allMatch(row -> row.weekStartDate().getDayOfWeek() == DayOfWeek.MONDAY);
    assertThat(rows).allMatch(row -> ChronoUnit.DAYS.between(row.weekStartDate(), asOf) < 104 * 7);
    return rows.stream()
        .sorted(
            Comparator.comparing(Trend::scopeId)
                .thenComparing(Trend::cause)
                .thenComparing(Trend::weekStartDate))
        .toList();
  }
}
