package dev.hindsight.analytics.cohort;

import static dev.hindsight.analytics.Cohorts.JANUARY;
import static dev.hindsight.analytics.examples.DisputeExample.aDispute;
import static dev.hindsight.analytics.examples.TransactionExample.aTransaction;
import static dev.hindsight.datasets.marts.AccountableParty.CARRIER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.analytics.SparkTest;
import dev.hindsight.analytics.dataset.Columns;
import dev.hindsight.analytics.dataset.ContractRows;
import dev.hindsight.analytics.examples.DisputeExample;
import dev.hindsight.analytics.examples.TransactionExample;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.FulfilledBy;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.datasets.marts.Dispute;
import dev.hindsight.datasets.marts.SellerScorecard;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class CohortTest {

  private final SparkSession spark;

  CohortTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void soldLinesAreCountedBySellerCategoryAndMondayOfTheirWeek() {
    Dataset<Row> sold =
        JANUARY.sold(
            transactions(
                aTransaction("t-1").at("2026-01-05T00:00:00Z"),
                aTransaction("t-2").at("2026-01-11T23:59:59Z"),
                aTransaction("t-3").at("2026-01-12T00:00:00Z"),
                aTransaction("t-4").at("2026-01-12T00:00:00Z").category("books"),
                aTransaction("t-5").at("2026-01-12T00:00:00Z").seller("s-2")));

    assertThat(
            lines(
                sold,
                Transaction.SELLER_ID,
                Transaction.CATEGORY,
                Cohort.ORDER_WEEK,
                SellerScorecard.TRANSACTION_COUNT))
        .containsExactly(
            "s-1 books 2026-01-12 1",
            "s-1 toys 2026-01-05 2",
            "s-1 toys 2026-01-12 1",
            "s-2 toys 2026-01-12 1");
  }

  @Test
  void whatTheMarketplaceShipsIsCountedApart() {
    Dataset<Row> sold =
        JANUARY.sold(
            transactions(
                aTransaction("t-1").put(Transaction.FULFILLED_BY, FulfilledBy.MARKETPLACE),
                aTransaction("t-2").put(Transaction.FULFILLED_BY, FulfilledBy.SELLER),
                aTransaction("t-3")));

    assertThat(lines(sold, Cohort.FULFILMENT, SellerScorecard.TRANSACTION_COUNT))
        .containsExactly("MARKETPLACE 1", "SELLER 2");
  }

  @Test
  void onlyWhatTheSellerIsAccountableForKnowsWhoShips() {
    Dataset<Row> observed =
        JANUARY.observed(
            ContractRows.rows(
                spark,
                Dispute.CONTRACT,
                DisputeExample.all(aDispute("d-1").put("fulfilled_by", FulfilledBy.MARKETPLACE))));

    assertThat(lines(observed, Dispute.CAUSE, Cohort.FULFILMENT))
        .containsExactly("* *", "*SELLER MARKETPLACE", "DEFECTIVE *");
  }

  @Test
  void bothEndsOfTheWindowBelongToIt() {
    Dataset<Row> orders =
        JANUARY.orders(
            transactions(
                aTransaction("before").at("2025-12-31T23:59:59Z"),
                aTransaction("first").at("2026-01-01T00:00:00Z"),
                aTransaction("last").at("2026-01-31T23:59:59Z"),
                aTransaction("after").at("2026-02-01T00:00:00Z")));

    assertThat(lines(orders, SellerScorecard.ORDER_COUNT)).containsExactly("2");
  }

  @Test
  void linesOfOneOrderAreOneOrder() {
    Dataset<Row> orders =
        JANUARY.orders(
            transactions(aTransaction("t-1").order("o"), aTransaction("t-2").order("o")));

    assertThat(lines(orders, SellerScorecard.ORDER_COUNT)).containsExactly("1");
  }

  @Test
  void orderDisputedForTwoCausesCountsOnceInEachAndOnceInTotal() {
    assertThat(
            observed(
                aDispute("d-1").line("t-1", "o").cause("DEFECTIVE"),
                aDispute("d-2").line("t-2", "o").cause("WRONG_ITEM")))
        .containsExactly(
            "* toys 2025-12-29 1",
            "*SELLER toys 2025-12-29 1",
            "DEFECTIVE toys 2025-12-29 1",
            "WRONG_ITEM toys 2025-12-29 1");
  }

  @Test
  void ofTwoLinesOfAnOrderTheOneDisputedFirstCounts() {
    assertThat(
            observed(
                aDispute("d-1").line("t-1", "o").category("toys").opened("2026-01-09T00:00:00Z"),
                aDispute("d-2").line("t-2", "o").category("books").opened("2026-01-08T00:00:00Z")))
        .containsExactly(
            "* books 2025-12-29 1", "*SELLER books 2025-12-29 1", "DEFECTIVE books 2025-12-29 1");
  }

  @Test
  void tiesGoToTheLowerTransaction() {
    assertThat(
            observed(
                aDispute("d-1").line("t-2", "o").category("toys"),
                aDispute("d-2").line("t-1", "o").category("books")))
        .containsExactly(
            "* books 2025-12-29 1", "*SELLER books 2025-12-29 1", "DEFECTIVE books 2025-12-29 1");
  }

  @Test
  void ordersOfTheSameNameButOtherSellersAreOthers() {
    assertThat(
            observed(
                aDispute("d-1").line("t-1", "o"), aDispute("d-2").line("t-2", "o").seller("s-2")))
        .containsExactlyInAnyOrder(
            "* toys 2025-12-29 1",
            "* toys 2025-12-29 1",
            "*SELLER toys 2025-12-29 1",
            "*SELLER toys 2025-12-29 1",
            "DEFECTIVE toys 2025-12-29 1",
            "DEFECTIVE toys 2025-12-29 1");
  }

  @Test
  void disputesWithoutALineOrOrderedOutsideTheWindowAreNotObserved() {
    assertThat(
            observed(
                aDispute("d-1").withoutLine(),
                aDispute("d-2").ordered("2025-12-31T00:00:00Z"),
                aDispute("d-3").ordered("2026-02-01T00:00:00Z")))
        .isEmpty();
  }

  @Test
  void ofAnOrderTheNextDisputeCountsWhenTheFirstIsAdjusted() {
    assertThat(
            observed(
                aDispute("d-1").line("t-1", "o").category("toys").adjusted(),
                aDispute("d-2").line("t-2", "o").category("books").opened("2026-01-09T00:00:00Z")))
        .containsExactly(
            "* books 2025-12-29 1", "*SELLER books 2025-12-29 1", "DEFECTIVE books 2025-12-29 1");
  }

  @Test
  void aCauseThatIsAdjustedEverywhereIsStillAmongTheCauses() {
    assertThat(observed(aDispute("d-1").adjusted()))
        .containsExactly(
            "* toys 2025-12-29 0", "*SELLER toys 2025-12-29 0", "DEFECTIVE toys 2025-12-29 0");
  }

  @Test
  void whatTheSellerIsAccountableForIsCountedApart() {
    assertThat(
            observed(
                aDispute("d-1").line("t-1", "o").category("toys").put("accountable_party", CARRIER),
                aDispute("d-2")
                    .line("t-2", "o")
                    .category("books")
                    .cause("WRONG_ITEM")
                    .opened("2026-01-09T00:00:00Z")))
        .containsExactly(
            "* toys 2025-12-29 1",
            "*SELLER books 2025-12-29 1",
            "DEFECTIVE toys 2025-12-29 1",
            "WRONG_ITEM books 2025-12-29 1");
  }

  private List<String> observed(DisputeExample... disputes) {
    return lines(
        JANUARY.observed(ContractRows.rows(spark, Dispute.CONTRACT, DisputeExample.all(disputes))),
        Dispute.CAUSE,
        Dispute.CATEGORY,
        Cohort.ORDER_WEEK,
        SellerScorecard.OBSERVED_COUNT);
  }

  private Dataset<Row> transactions(TransactionExample... transactions) {
    return ContractRows.rows(spark, Transaction.CONTRACT, TransactionExample.all(transactions));
  }

  private static List<String> lines(Dataset<Row> rows, Field... fields) {
    return rows.select(Columns.cols(fields)).collectAsList().stream()
        .map(
            row ->
                Stream.iterate(0, column -> column + 1)
                    .limit(fields.length)
                    .map(column -> row.get(column).toString())
                    .collect(Collectors.joining(" ")))
        .sorted()
        .toList();
  }
}
