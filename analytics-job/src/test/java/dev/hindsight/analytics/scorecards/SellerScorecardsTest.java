package dev.hindsight.analytics.scorecards;

import static dev.hindsight.analytics.Cohorts.JANUARY;
import static dev.hindsight.analytics.examples.DisputeExample.aDispute;
import static dev.hindsight.analytics.examples.EventExample.anEvent;
import static dev.hindsight.analytics.examples.TransactionExample.aTransaction;
import static dev.hindsight.datasets.landed.EventType.OPENED;
import static dev.hindsight.datasets.marts.AccountableParty.CARRIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hindsight.analytics.SparkTest;
import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.dataset.ContractRows;
import dev.hindsight.analytics.dataset.IntermediateRows;
import dev.hindsight.analytics.disputes.Disputes;
import dev.hindsight.analytics.examples.DisputeExample;
import dev.hindsight.analytics.examples.EventExample;
import dev.hindsight.analytics.examples.TransactionExample;
import dev.hindsight.analytics.expectation.Cells;
import dev.hindsight.analytics.expectation.Expectation;
import dev.hindsight.analytics.findings.SellerTotals;
import dev.hindsight.analytics.money.ReportingMoney;
import dev.hindsight.analytics.taxonomy.Taxonomy;
import dev.hindsight.datasets.landed.Adjustment;
import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.datasets.landed.Outcome;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.datasets.marts.AccountableParty;
import dev.hindsight.datasets.marts.Dispute;
import dev.hindsight.datasets.marts.ProgramBound;
import dev.hindsight.datasets.marts.Rating;
import dev.hindsight.datasets.marts.SellerScorecard;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class SellerScorecardsTest {
  private static final Cohort DECEMBER = JANUARY.previous();

  private final SparkSession spark;
  private final Path folder;

  SellerScorecardsTest(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    this.folder = folder;
  }

  @Test
  void ratesOfBothClocksStandBesideTheirCounts() {
    List<SellerScorecard> cards =
        cards(
            TransactionExample.all(
                aTransaction("t-1").order("o"),
                aTransaction("t-2").order("o"),
                aTransaction("t-3"),
                aTransaction("t-4")),
            aDispute("d-1").line("t-1", "o"),
            aDispute("d-2").line("t-1", "o").cause("WRONG_ITEM"),
            aDispute("d-3").line("t-2", "o"),
            aDispute("d-4").ordered("2025-12-01T00:00:00Z"));

    SellerScorecard card = cards.get(0);
    assertThat(card.transactionCount()).isEqualTo(4);
    assertThat(card.orderCount()).isEqualTo(3);
    assertThat(card.disputedTransactionCount()).isEqualTo(2);
    assertThat(card.disputeRate()).isEqualTo(0.5);
    assertThat(card.observedCount()).isEqualTo(1);
    assertThat(card.openedDisputeCount()).isEqualTo(4);
    assertThat(card.disputeActivity()).isEqualTo(1.0);
    assertThat(card.expectedCount()).isNull();
    assertThat(card.ratio()).isNull();
    assertThat(card.pValue()).isNull();
    assertThat(card.rating()).isEqualTo(Rating.INSUFFICIENT_DATA);
  }

  @Test
  void adjustedDisputesAreInTheTotalsAndNotObserved() {
    SellerScorecard card =
        cards(
                TransactionExample.all(
                    aTransaction("t-1").order("o-1"), aTransaction("t-2").order("o-2")),
                aDispute("d-1").line("t-1", "o-1"),
                aDispute("d-2").line("t-2", "o-2").adjusted())
            .get(0);

    assertThat(card.observedCount()).isEqualTo(1);
    assertThat(card.accountableObservedCount()).isEqualTo(1);
    assertThat(card.adjustedCount()).isEqualTo(1);
    assertThat(card.previousAdjustedCount()).isZero();
    assertThat(card.disputedTransactionCount()).isEqualTo(2);
    assertThat(card.openedDisputeCount()).isEqualTo(2);
  }

  @Test
  void ratingIsOnWhatTheSellerIsAccountableFor() {
    List<Transaction> sold = new ArrayList<>();
    List<DisputeExample> disputes = new ArrayList<>();
    for (int seller = 1; seller <= 9; seller++) {
      for (int line = 0; line < 100; line++) {
        String id = "t-" + seller + "-" + line;
        sold.add(aTransaction(id).seller("s-" + seller).build());
        boolean isOfSeller = line % 2 == 0;
        if (line < (seller == 1 ? 80 : 10)) {
          disputes.add(
              aDispute("d-" + id)
                  .line(id, "order of " + id)
                  .seller("s-" + seller)
                  .put(
                      "accountable_party",
                      isOfSeller && seller != 2 ? AccountableParty.SELLER : CARRIER));
        }
      }
    }

    Map<String, SellerScorecard> cards =
        cards(sold, disputes.toArray(DisputeExample[]::new)).stream()
            .collect(Collectors.toMap(SellerScorecard::sellerId, card -> card));

    SellerScorecard first = Objects.requireNonNull(cards.get("s-1"));
    assertThat(first.accountableObservedCount()).isEqualTo(40);
    assertThat(first.accountableExpectedCount()).isCloseTo(35 / 8.0, within(1e-9));
    assertThat(first.observedCount()).isEqualTo(80);
    assertThat(first.expectedCount()).isCloseTo(10.0, within(1e-9));
    assertThat(first.qValue()).isEqualTo(9 * Objects.requireNonNull(first.pValue()), within(1e-12));
    SellerScorecard second = Objects.requireNonNull(cards.get("s-2"));
    assertThat(second.accountableObservedCount()).isZero();
    assertThat(second.observedCount()).isEqualTo(10);
    assertThat(second.rating()).isIn(Rating.LOW, Rating.AVERAGE);
  }

  @Test
  void sellerWithDisputesAloneHasCountsAndNoRates() {
    SellerScorecard card = cards(List.of(), aDispute("d-1").withoutLine()).get(0);

    assertThat(card.openedDisputeCount()).isEqualTo(1);
    assertThat(card.transactionCount()).isZero();
    assertThat(card.disputeRate()).isNull();
    assertThat(card.disputeRateLow()).isNull();
    assertThat(card.disputeActivity()).isNull();
    assertThat(card.previousDisputeRate()).isNull();
  }

  @Test
  void winRateLeavesOutWhatWasNotDecidedBetweenTheParties() {
    SellerScorecard card =
        cards(
                List.of(),
                aDispute("d-1").ended(Outcome.SELLER_FAVOUR),
                aDispute("d-2").ended(Outcome.BUYER_FAVOUR),
                aDispute("d-3").ended(Outcome.PARTIAL),
                aDispute("d-4").ended(Outcome.PARTIAL),
                aDispute("d-5").ended(Outcome.MARKETPLACE_PAID),
                aDispute("d-6").ended(Outcome.WITHDRAWN),
                aDispute("d-7").ended(Outcome.ACCEPTED_BY_SELLER),
                aDispute("d-8"))
            .get(0);

    assertThat(card.winRate()).isEqualTo(0.25);
    assertThat(card.winRateLow()).isBetween(0.0, 0.25);
    assertThat(card.winRateHigh()).isBetween(0.25, 1.0);
  }

  @Test
  void escalationAndReplyRatesHaveTheirOwnDenominators() {
    SellerScorecard card =
        cards(
                List.of(),
                aDispute("d-1").escalated(),
                aDispute("d-2").repliedAfter(Duration.ofHours(1)),
                aDispute("d-3").opened("2026-01-31T00:00:00Z"))
            .get(0);

    assertThat(card.escalationRate()).isCloseTo(1 / 3.0, within(1e-15));
    assertThat(card.repliedIn_48hRate()).isEqualTo(0.5);
  }

  @Test
  void sellerWithoutDisputesHasZeroesWhereTheStepsAreLogged() {
    SellerScorecard card =
        cards(
                TransactionExample.all(aTransaction("t-1")),
                aDispute("d-1").seller("s-2").escalated())
            .get(0);

    assertThat(card.sellerId()).isEqualTo("s-1");
    assertThat(card.escalatedCount()).isZero();
    assertThat(card.escalationRate()).isNull();
    assertThat(card.repliedIn_48hCount()).isNull();
    assertThat(card.replyDueCount()).isNull();
  }

  @Test
  void previousWindowIsCountedAsItWasKnownAtItsEnd() {
    Dataset<Row> sold =
        transactions(
            TransactionExample.all(
                aTransaction("t-1").at("2025-12-20T00:00:00Z"),
                aTransaction("t-2").at("2025-12-21T00:00:00Z"),
                aTransaction("t-3").at("2026-01-10T00:00:00Z")));
    Dataset<Row> events =
        ContractRows.rows(
            spark,
            DisputeEvent.CONTRACT,
            EventExample.all(
                anEvent("in time", OPENED).about("t-1").at("2025-12-31T23:59:59Z"),
                anEvent("later", OPENED).about("t-2").at("2026-01-01T00:00:00Z")));

    SellerScorecard card =
        ContractRows.records(
                cards(sold, disputes(JANUARY, events, sold), disputes(DECEMBER, events, sold)),
                SellerScorecard.CONTRACT)
            .get(0);

    assertThat(card.previousTransactionCount()).isEqualTo(2);
    assertThat(card.previousDisputedTransactionCount()).isEqualTo(1);
    assertThat(card.previousObservedCount()).isEqualTo(1);
    assertThat(card.previousOpenedDisputeCount()).isEqualTo(1);
    assertThat(card.previousDisputeRate()).isEqualTo(0.5);
    assertThat(card.disputedTransactionCount()).isZero();
    assertThat(card.openedDisputeCount()).isEqualTo(1);
  }

  private List<SellerScorecard> cards(List<Transaction> sold, DisputeExample... examples) {
    Dataset<Row> disputes =
        ContractRows.rows(spark, Dispute.CONTRACT, DisputeExample.all(examples));
    return ContractRows.records(
        cards(transactions(sold), disputes, disputes.limit(0)), SellerScorecard.CONTRACT);
  }

  private Dataset<Row> cards(Dataset<Row> lines, Dataset<Row> disputes, Dataset<Row> then) {
    ReportingMoney money = new ReportingMoney("EUR");
    Dataset<Row> expectation = expectation(JANUARY, lines, disputes);
    Dataset<Row> expectationThen = expectation(DECEMBER, lines, then);
    return new SellerScorecards(JANUARY, money)
        .from(
            counts(JANUARY, lines, disputes, expectation),
            counts(DECEMBER, lines, then, expectationThen),
            new SellerTotals(JANUARY, new IntermediateRows(spark, folder))
                .from(expectation.union(expectationThen)),
            new Endings(JANUARY, money).from(disputes),
            disputes)
        .transform(cards -> PeerRates.beside(cards, JANUARY.sold(lines)))
        .transform(cards -> new Maturity(JANUARY).beside(cards, lines, disputes))
        .transform(
            cards ->
                BoundCounts.beside(
                    cards, ContractRows.rows(spark, ProgramBound.CONTRACT, List.of())));
  }

  private static Dataset<Row> expectation(
      Cohort cohort, Dataset<Row> lines, Dataset<Row> disputes) {
    Dataset<Row> sold = ContractRows.computed(Cells.withAnyFulfilment(cohort.sold(lines)));
    Dataset<Row> observed = ContractRows.computed(cohort.observed(disputes));
    return ContractRows.computed(Expectation.from(new Cells(sold, observed)));
  }

  private static Dataset<Row> counts(
      Cohort cohort, Dataset<Row> lines, Dataset<Row> disputes, Dataset<Row> expectation) {
    return ContractRows.computed(
        new WindowCounts(cohort)
            .from(cohort.sold(lines), cohort.orders(lines), disputes, expectation));
  }

  private Dataset<Row> disputes(Cohort cohort, Dataset<Row> events, Dataset<Row> lines) {
    return ContractRows.computed(
        new Disputes(cohort.window().lastDate(), cohort.calendar())
            .from(
                events,
                lines,
                ContractRows.rows(spark, Adjustment.CONTRACT, List.of()),
                Taxonomy.bundled().rows(spark)));
  }

  private Dataset<Row> transactions(List<Transaction> transactions) {
    return ContractRows.rows(spark, Transaction.CONTRACT, transactions);
  }
}
