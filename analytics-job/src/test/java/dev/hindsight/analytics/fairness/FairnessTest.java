package dev.hindsight.analytics.fairness;

import static dev.hindsight.analytics.Cohorts.JANUARY;
import static dev.hindsight.analytics.examples.DisputeExample.aDispute;
import static dev.hindsight.analytics.examples.TransactionExample.aTransaction;
import static dev.hindsight.datasets.marts.GroupDimension.FULFILLED_BY;
import static dev.hindsight.datasets.marts.GroupDimension.SELLER_SIZE;
import static dev.hindsight.datasets.marts.GroupDimension.SHIP_REGION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hindsight.analytics.SparkTest;
import dev.hindsight.analytics.dataset.ContractRows;
import dev.hindsight.analytics.dataset.IntermediateRows;
import dev.hindsight.analytics.examples.DisputeExample;
import dev.hindsight.analytics.examples.TransactionExample;
import dev.hindsight.datasets.landed.FulfilledBy;
import dev.hindsight.datasets.landed.Outcome;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.datasets.marts.DecisionFairness;
import dev.hindsight.datasets.marts.Dispute;
import dev.hindsight.datasets.marts.GroupDimension;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class FairnessTest {
  private final SparkSession spark;
  private final Path folder;
  private final List<DisputeExample> disputes = new ArrayList<>();
  private final List<TransactionExample> lines = new ArrayList<>();

  FairnessTest(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    this.folder = folder;
  }

  /** The example of DECISIONS.md. */
  @Test
  void groupStandsBesideLikeCasesOfTheOthers() {
    decided("DE", "DEFECTIVE", "5.00", 8, 2);
    decided("FR", "DEFECTIVE", "5.00", 8, 12);
    decided("DE", "DEFECTIVE", "30.00", 12, 18);
    decided("FR", "DEFECTIVE", "30.00", 10, 40);

    List<DecisionFairness> rows = rows();

    assertThat(rows).hasSize(8).allMatch(row -> row.groupDimension() == SHIP_REGION);
    DecisionFairness germany = row(rows, SHIP_REGION, "DE", Outcome.SELLER_FAVOUR);
    assertThat(germany.decidedCount()).isEqualTo(40);
    assertThat(germany.comparedCount()).isEqualTo(40);
    assertThat(germany.observedCount()).isEqualTo(20);
    assertThat(germany.expectedCount()).isCloseTo(10, within(1e-12));
    assertThat(germany.observedShare()).isEqualTo(0.5);
    assertThat(germany.expectedShare()).isCloseTo(0.25, within(1e-12));
    assertThat(germany.shareDifference()).isCloseTo(0.25, within(1e-12));
    assertThat(germany.shareDifferenceLow()).isBetween(0.0, 0.25);
    assertThat(germany.pValue()).isCloseTo(0.011516116036093215, within(1e-12));
    // Of eight tests four have a p-value of 1: nothing was decided so.
    assertThat(germany.qValue()).isGreaterThanOrEqualTo(germany.pValue());
    DecisionFairness partial = row(rows, SHIP_REGION, "DE", Outcome.PARTIAL);
    assertThat(partial.observedCount()).isZero();
    assertThat(partial.expectedCount()).isZero();
    assertThat(partial.pValue()).isEqualTo(1);
    assertThat(partial.isFlagged()).isFalse();
  }

  @Test
  void strataWithFewOthersAreComparedWithTheRestOfTheCauseThenOfAll() {
    decided("DE", "DEFECTIVE", "5.00", 30, 0);
    decided("FR", "DEFECTIVE", "5.00", 0, 19);
    decided("FR", "DEFECTIVE", "30.00", 5, 0);
    decided("DE", "WRONG_ITEM", "5.00", 3, 0);
    decided("FR", "WRONG_ITEM", "5.00", 1, 1);
    decided("FR", "CHANGED_MIND", "5.00", 0, 20);

    DecisionFairness germany = row(rows(), SHIP_REGION, "DE", Outcome.SELLER_FAVOUR);

    // Of the cause 24 others, 5 for the seller; of all that is left 22, 1 for the seller.
    assertThat(germany.comparedCount()).isEqualTo(33);
    assertThat(germany.sameCauseCount()).isEqualTo(30);
    assertThat(germany.expectedCount()).isCloseTo(30 * 5 / 24.0 + 3 / 22.0, within(1e-12));
    assertThat(germany.isFlagged()).isTrue();
  }

  @Test
  void whatHasNoLikeCasesIsCountedAndNotCompared() {
    decided("DE", "DEFECTIVE", "5.00", 30, 30);
    decided("FR", "DEFECTIVE", "5.00", 1, 1);

    DecisionFairness germany = row(rows(), SHIP_REGION, "DE", Outcome.SELLER_FAVOUR);

    assertThat(germany.decidedCount()).isEqualTo(60);
    assertThat(germany.comparedCount()).isZero();
    assertThat(germany.observedCount()).isZero();
    assertThat(germany.expectedCount()).isNull();
    assertThat(germany.observedShare()).isNull();
    assertThat(germany.pValue()).isNull();
    assertThat(germany.qValue()).isNull();
    assertThat(germany.isFlagged()).isFalse();
    DecisionFairness france = row(rows(), SHIP_REGION, "FR", Outcome.SELLER_FAVOUR);
    assertThat(france.comparedCount()).isEqualTo(2);
  }

  @Test
  void fewerThanThirtyAreNotFlagged() {
    decided("DE", "DEFECTIVE", "5.00", 0, 29);
    decided("FR", "DEFECTIVE", "5.00", 500, 0);
    decided("GB", "DEFECTIVE", "5.00", 0, 30);

    List<DecisionFairness> rows = rows();

    DecisionFairness germany = row(rows, SHIP_REGION, "DE", Outcome.SELLER_FAVOUR);
    assertThat(germany.qValue()).isLessThan(1e-9);
    assertThat(germany.isFlagged()).isFalse();
    assertThat(row(rows, SHIP_REGION, "GB", Outcome.SELLER_FAVOUR).isFlagged()).isTrue();
  }

  @Test
  void whatHasNoCasesOfTheSameCauseIsComparedAndNotFlagged() {
    decided("DE", "WRONG_ITEM", "5.00", 40, 0);
    decided("FR", "DEFECTIVE", "5.00", 0, 100);

    DecisionFairness germany = row(rows(), SHIP_REGION, "DE", Outcome.SELLER_FAVOUR);

    assertThat(germany.comparedCount()).isEqualTo(40);
    assertThat(germany.sameCauseCount()).isZero();
    assertThat(germany.qValue()).isLessThan(1e-9);
    assertThat(germany.isFlagged()).isFalse();
  }

  @Test
  void onlyWhatWasDecidedInTheWindowCounts() {
    decided("DE", "DEFECTIVE", "5.00", 1, 0);
    decided("FR", "DEFECTIVE", "5.00", 1, 0);
    disputes.add(example("before").put("decided_at", Instant.parse("2025-12-31T23:59:59Z")));
    disputes.add(example("last").put("decided_at", Instant.parse("2026-01-31T23:59:59Z")));
    disputes.add(example("accepted").ended(Outcome.ACCEPTED_BY_SELLER));
    disputes.add(example("open").without("decided_at").ended(Outcome.OPEN));

    assertThat(row(rows(), SHIP_REGION, "DE", Outcome.SELLER_FAVOUR).decidedCount()).isEqualTo(2);
  }

  @Test
  void dimensionsWithOneGroupAreAbsentAndUnknownIsNoGroup() {
    decided("DE", "DEFECTIVE", "5.00", 5, 5);
    disputes.get(0).put("fulfilled_by", FulfilledBy.SELLER);
    disputes.get(1).put("fulfilled_by", FulfilledBy.MARKETPLACE);

    List<DecisionFairness> rows = rows();

    assertThat(rows).hasSize(8).allMatch(row -> row.groupDimension() == FULFILLED_BY);
    assertThat(row(rows, FULFILLED_BY, "SELLER", Outcome.SELLER_FAVOUR).decidedCount())
        .isEqualTo(1);
  }

  @Test
  void sizesAreOfTheOrderLinesOfTheWindow() {
    for (int line = 0; line < 100; line++) {
      lines.add(aTransaction("t-" + line).seller("large"));
    }
    lines.add(aTransaction("t").seller("small"));
    lines.add(aTransaction("old").seller("gone").at("2025-12-31T00:00:00Z"));
    disputes.add(example("d-1").seller("large"));
    disputes.add(example("d-2").seller("small"));
    disputes.add(example("d-3").seller("gone"));

    assertThat(rows())
        .filteredOn(row -> row.groupDimension() == SELLER_SIZE)
        .filteredOn(row -> row.outcome() == Outcome.SELLER_FAVOUR)
        .extracting(DecisionFairness::groupValue)
        .containsExactlyInAnyOrder("100 to 999", "under 100");
  }

  private void decided(String region, String cause, String amount, int forSeller, int forBuyer) {
    for (int i = 0; i < forSeller + forBuyer; i++) {
      disputes.add(
          example("%s %s %s %d".formatted(region, cause, amount, i))
              .cause(cause)
              .amounts(amount, "0.00", "EUR")
              .put("ship_region", region)
              .ended(i < forSeller ? Outcome.SELLER_FAVOUR : Outcome.BUYER_FAVOUR));
    }
  }

  private static DisputeExample example(String id) {
    return aDispute(id)
        .put("ship_region", "DE")
        .ended(Outcome.SELLER_FAVOUR)
        .put("decided_at", Instant.parse("2026-01-10T00:00:00Z"));
  }

  private static DecisionFairness row(
      List<DecisionFairness> rows, GroupDimension dimension, String group, Outcome outcome) {
    return rows.stream()
        .filter(row -> row.groupDimension() == dimension)
        .filter(row -> row.groupValue().equals(group) && row.outcome() == outcome)
        .findFirst()
        .orElseThrow();
  }

  private List<DecisionFairness> rows() {
    return ContractRows.records(
        new Fairness(JANUARY, new IntermediateRows(spark, folder))
            .from(
                ContractRows.rows(
                    spark,
                    Dispute.CONTRACT,
                    DisputeExample.all(disputes.toArray(DisputeExample[]::new))),
                JANUARY.sold(
                    ContractRows.rows(
                        spark,
                        Transaction.CONTRACT,
                        TransactionExample.all(lines.toArray(TransactionExample[]::new))))),
        DecisionFairness.CONTRACT);
  }
}
