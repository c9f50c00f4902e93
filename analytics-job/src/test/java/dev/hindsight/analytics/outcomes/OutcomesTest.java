package dev.hindsight.analytics.outcomes;

import static dev.hindsight.analytics.examples.DisputeExample.aDispute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.analytics.SparkTest;
import dev.hindsight.analytics.dataset.ContractRows;
import dev.hindsight.analytics.examples.DisputeExample;
import dev.hindsight.analytics.money.ReportingMoney;
import dev.hindsight.datasets.landed.Outcome;
import dev.hindsight.datasets.marts.Dispute;
import dev.hindsight.datasets.marts.OutcomeCounts;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class OutcomesTest {
  private final SparkSession spark;

  OutcomesTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void everyEndingIsCountedOnceAndTheyAddUp() {
    DisputeExample[] oneOfEach =
        Stream.of(Outcome.values())
            .map(outcome -> aDispute("d-" + outcome).ended(outcome))
            .toArray(DisputeExample[]::new);

    OutcomeCounts counts = outcomes(oneOfEach).get(0);

    assertThat(counts.disputeCount()).isEqualTo(7);
    assertThat(counts.resolvedBySellerCount()).isEqualTo(1);
    assertThat(counts.decidedCount()).isEqualTo(4);
    assertThat(counts.withdrawnCount()).isEqualTo(1);
    assertThat(counts.openCount()).isEqualTo(1);
    assertThat(
            List.of(
                counts.sellerFavourCount(),
                counts.buyerFavourCount(),
                counts.partialCount(),
                counts.marketplacePaidCount()))
        .containsOnly(1L);
  }

  @Test
  void adjustedDisputesAreCountedLikeOthersAndOnceMore() {
    OutcomeCounts counts =
        outcomes(aDispute("d-1").ended(Outcome.BUYER_FAVOUR).adjusted(), aDispute("d-2")).get(0);

    assertThat(counts.disputeCount()).isEqualTo(2);
    assertThat(counts.buyerFavourCount()).isEqualTo(1);
    assertThat(counts.adjustedCount()).isEqualTo(1);
  }

  @Test
  void disputesAreCountedByCategoryCauseAndMonthOpened() {
    assertThat(
            outcomes(
                aDispute("d-1"),
                aDispute("d-2").category("books"),
                aDispute("d-3").cause("WRONG_ITEM"),
                aDispute("d-4").opened("2026-02-01T00:00:00Z")))
        .hasSize(4)
        .allMatch(counts -> counts.disputeCount() == 1);
  }

  @Test
  void lineDisputedTwiceIsOneLineAndUnknownLinesAreOneEach() {
    OutcomeCounts counts =
        outcomes(
                aDispute("d-1").line("t-1", "o"),
                aDispute("d-2").line("t-1", "o").escalated(),
                aDispute("d-3").withoutLine(),
                aDispute("d-4").withoutLine())
            .get(0);

    assertThat(counts.disputeCount()).isEqualTo(4);
    assertThat(counts.disputedTransactionCount()).isEqualTo(3);
    assertThat(counts.escalatedCount()).isEqualTo(1);
  }

  @Test
  void eachAmountIsSummedWhereItIsKnownInTheReportingCurrency() {
    OutcomeCounts counts =
        outcomes(
                aDispute("d-1").amounts("10.5", "4", "EUR"),
                aDispute("d-2").amounts("20", "20", "USD"),
                aDispute("d-3").amounts("30", "0", "EUR").without("refunded_amount"))
            .get(0);

    assertThat(counts.disputedAmount()).isEqualByComparingTo("40.5");
    assertThat(counts.refundedAmount()).isEqualByComparingTo("4");
    assertThat(counts.currency()).isEqualTo("EUR");
    assertThat(counts.unconvertedCount()).isEqualTo(2);
  }

  @Test
  void aSumBeyondAnyAmountIsAbsentRatherThanTheEndOfTheNight() {
    OutcomeCounts counts =
        outcomes(
                aDispute("d-1").amounts("99999999999999", "0", "EUR"),
                aDispute("d-2").amounts("99999999999999", "0", "EUR"))
            .get(0);

    assertThat(counts.disputedAmount()).isNull();
    assertThat(counts.disputeCount()).isEqualTo(2);
  }

  @Test
  void amountsAreAbsentWhereNoneCouldBeSummed() {
    OutcomeCounts counts = outcomes(aDispute("d-1").amounts("20", "20", "USD")).get(0);

    assertThat(counts.disputedAmount()).isNull();
    assertThat(counts.refundedAmount()).isNull();
    assertThat(counts.unconvertedCount()).isEqualTo(1);
  }

  private List<OutcomeCounts> outcomes(DisputeExample... disputes) {
    return ContractRows.records(
        new Outcomes(new ReportingMoney("EUR"))
            .from(ContractRows.rows(spark, Dispute.CONTRACT, DisputeExample.all(disputes))),
        OutcomeCounts.CONTRACT);
  }
}
