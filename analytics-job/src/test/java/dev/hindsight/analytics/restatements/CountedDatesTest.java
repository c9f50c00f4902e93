package dev.hindsight.analytics.restatements;

import static dev.hindsight.analytics.examples.DisputeExample.aDispute;
import static dev.hindsight.analytics.examples.EventExample.anEvent;
import static dev.hindsight.analytics.examples.TransactionExample.aTransaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.hindsight.analytics.SparkTest;
import dev.hindsight.analytics.dataset.ContractRows;
import dev.hindsight.analytics.examples.DisputeExample;
import dev.hindsight.analytics.examples.EventExample;
import dev.hindsight.analytics.examples.TransactionExample;
import dev.hindsight.analytics.kept.OrderLines;
import dev.hindsight.analytics.money.ReportingMoney;
import dev.hindsight.analytics.time.ReportingCalendar;
import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.datasets.landed.EventType;
import dev.hindsight.datasets.landed.Outcome;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.datasets.marts.DailyCounts;
import dev.hindsight.datasets.marts.Dispute;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class CountedDatesTest {
  private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
  private static final LocalDate SECOND = LocalDate.parse("2026-01-02");

  private final SparkSession spark;

  CountedDatesTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void linesAreCountedByDateOfOrderInTheReportingTimeZone() {
    CountedDates counted = counted("Europe/Berlin");

    assertThat(
            records(
                counted.from(
                    ordered(
                        "Europe/Berlin",
                        aTransaction("t-1").at("2026-01-01T22:59:59Z"),
                        aTransaction("t-2").at("2026-01-01T23:00:00Z").amount("7.50", "EUR"),
                        aTransaction("t-3").at("2026-01-01T23:30:00Z").amount("1.00", "USD")),
                    events(),
                    disputes())))
        .extracting(
            DailyCounts::countedDate, DailyCounts::transactionCount, DailyCounts::soldAmount)
        .containsExactly(
            tuple(FIRST, 1L, new BigDecimal("10.0000")),
            tuple(SECOND, 2L, new BigDecimal("7.5000")));
  }

  @Test
  void whatHappenedAfterTheAsOfDateIsNotCounted() {
    assertThat(
            records(
                counted("UTC")
                    .from(
                        ordered("UTC", aTransaction("t-1").at("2026-02-01T00:00:00Z")),
                        events(anEvent("d-1", EventType.OPENED).at("2026-02-01T00:00:00Z")),
                        disputes())))
        .isEmpty();
  }

  @Test
  void disputesAreCountedByDateOfOrderAndByDateOpened() {
    DailyCounts first =
        counts(
            aDispute("d-1").line("t-1", "o-1").opened("2026-01-02T00:00:00Z"),
            aDispute("d-2").line("t-1", "o-1").opened("2026-01-02T00:00:00Z"),
            aDispute("d-3").line("t-2", "o-1").opened("2026-01-02T00:00:00Z"),
            aDispute("d-4").line("t-3", "o-1").seller("s-2").opened("2026-01-02T00:00:00Z"),
            aDispute("d-5").withoutLine());

    assertThat(first.disputedTransactionCount()).isEqualTo(3);
    assertThat(first.disputedOrderCount()).as("an order is one of a seller").isEqualTo(2);
    assertThat(first.openedDisputeCount()).isEqualTo(1);
    assertThat(first.transactionCount()).isZero();
  }

  @Test
  void endingsAndMoneyAreCountedByDateOpened() {
    DailyCounts first =
        counts(
            aDispute("d-1").amounts("10.00", "0", "EUR"),
            aDispute("d-2").amounts("20.00", "0", "EUR").ended(Outcome.SELLER_FAVOUR).adjusted(),
            aDispute("d-3")
                .amounts("30.00", "12.50", "EUR")
                .ended(Outcome.BUYER_FAVOUR)
                .put("refunded_at", Instant.parse("2026-01-03T00:00:00Z")),
            aDispute("d-4").amounts("40.00", "0", "USD").ended(Outcome.WITHDRAWN));

    assertThat(first)
        .extracting(
            DailyCounts::openedDisputeCount,
            DailyCounts::openCount,
            DailyCounts::decidedCount,
            DailyCounts::sellerFavourCount,
            DailyCounts::adjustedCount,
            DailyCounts::refundedCount,
            DailyCounts::disputedAmount,
            DailyCounts::refundedAmount,
            DailyCounts::unconvertedCount,
            DailyCounts::currency)
        .containsExactly(
            4L,
            1L,
            2L,
            1L,
            1L,
            1L,
            new BigDecimal("60.0000"),
            new BigDecimal("12.5000"),
            1L,
            "EUR");
  }

  @Test
  void eventsAreCountedByTheirOwnDate() {
    assertThat(
            records(
                counted("UTC")
                    .from(
                        ordered("UTC"),
                        events(
                            anEvent("d-1", EventType.OPENED),
                            anEvent("d-1", EventType.CLOSED).at("2026-01-02T00:00:00Z"),
                            anEvent("d-2", EventType.CLOSED).at("2026-01-02T01:00:00Z")),
                        disputes())))
        .extracting(DailyCounts::countedDate, DailyCounts::eventCount, DailyCounts::soldAmount)
        .containsExactly(tuple(FIRST, 1L, null), tuple(SECOND, 2L, null));
  }

  @Test
  void otherDisputesTakeThePlaceOfTheDisputesAlone() {
    Dataset<Row> counts =
        counted("UTC")
            .from(
                ordered("UTC", aTransaction("t-1")),
                events(anEvent("d-1", EventType.OPENED)),
                disputes(aDispute("d-1"), aDispute("d-2")));

    assertThat(records(counted("UTC").withDisputes(counts, disputes(aDispute("d-2")))))
        .extracting(
            DailyCounts::transactionCount,
            DailyCounts::soldAmount,
            DailyCounts::eventCount,
            DailyCounts::openedDisputeCount,
            DailyCounts::disputedTransactionCount)
        .containsExactly(tuple(1L, new BigDecimal("10.0000"), 1L, 1L, 1L));
  }

  private DailyCounts counts(DisputeExample... disputes) {
    return records(counted("UTC").from(ordered("UTC"), events(), disputes(disputes))).get(0);
  }

  private static CountedDates counted(String zone) {
    return new CountedDates(
        LocalDate.parse("2026-01-31"),
        new ReportingCalendar(ZoneId.of(zone)),
        new ReportingMoney("EUR"));
  }

  private Dataset<Row> ordered(String zone, TransactionExample... lines) {
    Dataset<Row> rows =
        ContractRows.rows(spark, Transaction.CONTRACT, TransactionExample.all(lines));
    return OrderLines.of(rows, new ReportingCalendar(ZoneId.of(zone))).linesByDay();
  }

  private Dataset<Row> events(EventExample... events) {
    return ContractRows.rows(spark, DisputeEvent.CONTRACT, EventExample.all(events));
  }

  private Dataset<Row> disputes(DisputeExample... disputes) {
    return ContractRows.rows(spark, Dispute.CONTRACT, DisputeExample.all(disputes));
  }

  private static List<DailyCounts> records(Dataset<Row> counts) {
    return ContractRows.records(counts, DailyCounts.CONTRACT);
  }
}
