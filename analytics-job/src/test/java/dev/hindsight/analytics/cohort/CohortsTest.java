package dev.hindsight.analytics.cohort;

import static dev.hindsight.analytics.Cohorts.JANUARY;
import static dev.hindsight.analytics.examples.DisputeExample.aDispute;
import static dev.hindsight.analytics.examples.TransactionExample.aTransaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.analytics.SparkTest;
import dev.hindsight.analytics.dataset.Columns;
import dev.hindsight.analytics.dataset.ContractRows;
import dev.hindsight.analytics.examples.DisputeExample;
import dev.hindsight.analytics.examples.TransactionExample;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.datasets.marts.Dispute;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

@SparkTest
class CohortsTest {
  private static final Cohort WEEK_BEFORE = JANUARY.daysAgo(7);
  private static final Cohorts BOTH = new Cohorts(List.of(JANUARY, WEEK_BEFORE));

  private final SparkSession spark;

  CohortsTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void soldLinesAreThoseOfEachCohort() {
    Dataset<Row> transactions =
        ContractRows.rows(
            spark,
            Transaction.CONTRACT,
            TransactionExample.all(
                aTransaction("of both").at("2026-01-05T00:00:00Z"),
                aTransaction("of both too").at("2026-01-06T00:00:00Z"),
                aTransaction("of January").at("2026-01-30T00:00:00Z"),
                aTransaction("of the other").at("2025-12-28T00:00:00Z"),
                aTransaction("of none").at("2026-02-01T00:00:00Z")));

    assertThat(BOTH.sold(transactions).collectAsList())
        .hasSize(4)
        .containsExactlyInAnyOrderElementsOf(
            JANUARY.sold(transactions).union(WEEK_BEFORE.sold(transactions)).collectAsList());
  }

  @Test
  void observedAreThoseOfEachCohortAsOfItsLastDate() {
    Dataset<Row> disputes = disputes(aDispute("d-1").line("t-1", "o-1"));
    Dataset<Row> disputesBefore =
        disputes(
            aDispute("d-1").line("t-1", "o-1").cause("WRONG_ITEM"),
            aDispute("d-2").line("t-2", "o-2"));

    Dataset<Row> observed =
        BOTH.observed(
            asOf(disputes, "2026-01-31")
                .union(asOf(disputesBefore, "2026-01-24"))
                .union(asOf(disputes, "2025-12-31")));

    assertThat(observed.collectAsList())
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            JANUARY.observed(disputes).union(WEEK_BEFORE.observed(disputesBefore)).collectAsList());
  }

  private Dataset<Row> disputes(DisputeExample... disputes) {
    return ContractRows.rows(spark, Dispute.CONTRACT, DisputeExample.all(disputes));
  }

  private static Dataset<Row> asOf(Dataset<Row> disputes, String date) {
    return Columns.with(disputes, Dispute.AS_OF_DATE, functions.lit(LocalDate.parse(date)));
  }
}
