package dev.hindsight.analytics.disputes;

import static dev.hindsight.analytics.examples.EventExample.anEvent;
import static dev.hindsight.analytics.examples.TransactionExample.aTransaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.analytics.SparkTest;
import dev.hindsight.analytics.dataset.ContractRows;
import dev.hindsight.analytics.examples.EventExample;
import dev.hindsight.analytics.examples.TransactionExample;
import dev.hindsight.analytics.taxonomy.Taxonomy;
import dev.hindsight.analytics.time.ReportingCalendar;
import dev.hindsight.datasets.landed.Adjustment;
import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.datasets.landed.EventType;
import dev.hindsight.datasets.landed.Transaction;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class AsOfDatesTest {
  private static final LocalDate LATER = LocalDate.parse("2026-01-31");
  private static final LocalDate SOONER = LocalDate.parse("2026-01-20");

  /** Nothing happens between the sooner one and this. */
  private static final LocalDate NEXT = LocalDate.parse("2026-01-21");

  private static final ReportingCalendar CALENDAR = new ReportingCalendar(ZoneId.of("UTC"));

  private final SparkSession spark;

  AsOfDatesTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void disputesAsOfSeveralDatesAreThoseAsOfEach() {
    List<Row> together = rows(new Disputes(List.of(LATER, SOONER, NEXT), CALENDAR));
    List<Row> apart =
        Stream.of(LATER, SOONER, NEXT)
            .flatMap(date -> rows(new Disputes(date, CALENDAR)).stream())
            .toList();

    assertThat(together)
        .hasSize(4) // one of the two disputes was opened between the last two dates
        .containsExactlyInAnyOrderElementsOf(apart);
  }

  private List<Row> rows(Disputes disputes) {
    Dataset<Row> events =
        ContractRows.rows(
            spark,
            DisputeEvent.CONTRACT,
            EventExample.all(
                anEvent("d-1", EventType.OPENED).at("2026-01-10T00:00:00Z"),
                anEvent("d-1", EventType.SELLER_RESOLVED).at("2026-01-25T00:00:00Z"),
                anEvent("d-2", EventType.OPENED).at("2026-01-22T00:00:00Z")));
    Dataset<Row> adjustments =
        ContractRows.rows(
            spark,
            Adjustment.CONTRACT,
            List.of(new Adjustment("d-1", "STRIKE", Instant.parse("2026-01-28T00:00:00Z"), 1, 2)));
    Dataset<Row> transactions =
        ContractRows.rows(spark, Transaction.CONTRACT, TransactionExample.all(aTransaction("t-1")));
    return disputes
        .from(events, transactions, adjustments, Taxonomy.bundled().rows(spark))
        .collectAsList();
  }
}
