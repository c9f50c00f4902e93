package dev.hindsight.analytics.findings;

import static dev.hindsight.analytics.Cohorts.JANUARY;
import static dev.hindsight.analytics.examples.DisputeExample.aDispute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hindsight.analytics.SparkTest;
import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.dataset.ContractRows;
import dev.hindsight.analytics.dataset.IntermediateRows;
import dev.hindsight.analytics.examples.DisputeExample;
import dev.hindsight.analytics.money.ReportingMoney;
import dev.hindsight.analytics.statistics.NegativeBinomial;
import dev.hindsight.analytics.taxonomy.Taxonomy;
import dev.hindsight.datasets.marts.AccountableParty;
import dev.hindsight.datasets.marts.Dispute;
import dev.hindsight.datasets.marts.SellerCause;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class SellerCausesTest {
  private static final Cohort BEFORE = JANUARY.previous();
  private static final Cohort WEEK_AGO = JANUARY.daysAgo(SellerCauses.DAYS_TO_CONFIRM);
  private static final StructType SCHEMA =
      new StructType()
          .add("cohort_date", DataTypes.DateType)
          .add("cause", DataTypes.StringType)
          .add("seller_id", DataTypes.StringType)
          .add("observed_count", DataTypes.LongType)
          .add("expected_count", DataTypes.DoubleType)
          .add("peer_count", DataTypes.LongType);

  private final SparkSession spark;
  private final Path folder;
  private final List<Row> expectation = new ArrayList<>();

  SellerCausesTest(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    this.folder = folder;
  }

  @Test
  void sellerFarAboveTheExpectedIsFlaggedAndAWeekLaterConfirmed() {
    ordinarySellers();
    counted(JANUARY, "bad", 30, 10.0);
    counted(WEEK_AGO, "bad", 28, 9.0);
    counted(JANUARY, "new", 30, 10.0);
    counted(WEEK_AGO, "new", 9, 9.0);

    SellerCause bad = row("bad");
    assertThat(bad.qValue()).isLessThan(0.001);
    assertThat(bad.isFlagged()).isTrue();
    assertThat(bad.isConfirmed()).isTrue();
    assertThat(row("new").isFlagged()).isTrue();
    assertThat(row("new").isConfirmed()).isFalse();
    assertThat(row("s-3").isFlagged()).isFalse();
  }

  @Test
  void pIsTheTailOfOrdinarySellersOfThatSpread() {
    ordinarySellers();
    counted(JANUARY, "bad", 22, 10.0);

    SellerCause bad = row("bad");
    assertThat(bad.pValue())
        .isEqualTo(new NegativeBinomial(10, bad.spread()).probabilityOfAtLeast(22));
    assertThat(bad.ratio()).isEqualTo(2.2);
    assertThat(bad.avoidableCount())
        .isCloseTo(10 * ratioAboveOne(bad.shrunkenRatio()), within(1e-12));
  }

  /** 4 of 0.4 expected would be ten times the usual; so few say little. */
  @Test
  void handfulIsNeverFlagged() {
    ordinarySellers();
    counted(JANUARY, "small", 4, 0.4);

    assertThat(row("small").qValue()).isLessThan(0.05);
    assertThat(row("small").isFlagged()).isFalse();
  }

  @Test
  void whatThePreviousWindowHadStandsBeside() {
    ordinarySellers();
    counted(JANUARY, "bad", 30, 10.0);
    counted(BEFORE, "bad", 10, 10.0);

    SellerCause bad = row("bad");
    assertThat(bad.previousObservedCount()).isEqualTo(10);
    assertThat(bad.previousRatio()).isEqualTo(1.0);
    // 30 of 40 where half are to be expected: 2 P(Bin(40, 0.5) >= 30)
    assertThat(bad.changePValue()).isCloseTo(0.0022221, within(1e-6));
  }

  @Test
  void sellerThatSoldBeforeAndNotInTheWindowHasNoRow() {
    ordinarySellers();
    counted(BEFORE, "gone", 30, 10.0);

    assertThat(rows().stream().map(SellerCause::sellerId)).doesNotContain("gone");
  }

  @Test
  void withoutAnExpectationThereAreCountsAndNoTest() {
    ordinarySellers();
    counted(JANUARY, "tiny", 7, null);

    SellerCause tiny = row("tiny");
    assertThat(tiny.observedCount()).isEqualTo(7);
    assertThat(tiny.pValue()).isNull();
    assertThat(tiny.qValue()).isNull();
    assertThat(tiny.shrunkenRatio()).isNull();
    assertThat(tiny.isFlagged()).isFalse();
  }

  @Test
  void unmappedCausesAreCountedAndNotTested() {
    ordinarySellers();
    expectation.add(
        RowFactory.create(JANUARY.window().lastDate(), Taxonomy.UNMAPPED, "bad", 30L, 10.0, 9L));

    SellerCause bad = row("bad");
    assertThat(bad.ratio()).isEqualTo(3.0);
    assertThat(bad.pValue()).isNull();
    assertThat(bad.isFlagged()).isFalse();
    assertThat(bad.accountableParty()).isEqualTo(AccountableParty.NOBODY);
  }

  @Test
  void partyAndMoneyAreThoseOfTheWindowsDisputes() {
    ordinarySellers();
    counted(JANUARY, "s-1", 2, 10.0);

    SellerCause card =
        row(
            "s-1",
            aDispute("d-1").put("accountable_party", AccountableParty.MARKETPLACE),
            aDispute("d-2").amounts("5.00", "2.50", "EUR"),
            aDispute("d-3").amounts("7.00", "7.00", "USD"),
            aDispute("d-4").ordered("2025-12-01T00:00:00Z"));

    assertThat(card.accountableParty()).isEqualTo(AccountableParty.SELLER);
    assertThat(card.disputeCount()).isEqualTo(3);
    assertThat(card.disputedAmount()).isEqualByComparingTo(new BigDecimal("15.00"));
    assertThat(card.refundedAmount()).isEqualByComparingTo(new BigDecimal("2.50"));
    assertThat(card.unconvertedCount()).isEqualTo(1);
  }

  @Test
  void buyersAreCountedOncePerOrder() {
    ordinarySellers();
    counted(JANUARY, "s-1", 3, 10.0);

    SellerCause card =
        row(
            "s-1",
            aDispute("d-1").put("buyer_id", "b-1"),
            aDispute("d-2").put("buyer_id", "b-1").line("line", "one order"),
            aDispute("d-3").put("buyer_id", "b-1").line("other line", "one order"),
            aDispute("d-4").put("buyer_id", "b-2"),
            aDispute("d-5"));

    assertThat(card.buyerCount()).isEqualTo(2);
    assertThat(card.topBuyerCount()).isEqualTo(2);
    assertThat(row("s-2").buyerCount()).isNull();
  }

  @Test
  void adjustedDisputesAreLeftOutOfCountsMoneyAndBuyersAndToldBeside() {
    ordinarySellers();

    SellerCause row =
        row(
            "s-1",
            aDispute("d-1").amounts("10", "4", "EUR").put("buyer_id", "b-1"),
            aDispute("d-2").amounts("900", "900", "EUR").put("buyer_id", "b-2").adjusted(),
            aDispute("d-3").amounts("900", "900", "USD").adjusted());

    assertThat(row.disputeCount()).isEqualTo(1);
    assertThat(row.adjustedCount()).isEqualTo(2);
    assertThat(row.disputedAmount()).isEqualByComparingTo("10");
    assertThat(row.refundedAmount()).isEqualByComparingTo("4");
    assertThat(row.unconvertedCount()).isZero();
    assertThat(row.buyerCount()).isEqualTo(1);
    assertThat(row("s-2").adjustedCount()).isZero();
  }

  private static double ratioAboveOne(@Nullable Double ratio) {
    return Objects.requireNonNull(ratio) - 1;
  }

  /** Forty sellers with what chance gives around ten expected. */
  private void ordinarySellers() {
    long[] counts = {10, 7, 13, 9, 12, 8, 11, 10, 6, 14};
    for (int seller = 0; seller < 40; seller++) {
      counted(JANUARY, "s-" + seller, counts[seller % 10], 10.0);
      counted(BEFORE, "s-" + seller, counts[(7 * seller + 3) % 10], 10.0);
      counted(WEEK_AGO, "s-" + seller, counts[(seller + 1) % 10], 10.0);
      counted(WEEK_AGO.previous(), "s-" + seller, counts[(7 * seller + 5) % 10], 10.0);
    }
  }

  private void counted(Cohort cohort, String seller, long observed, @Nullable Double expected) {
    LocalDate date = cohort.window().lastDate();
    expectation.removeIf(row -> row.get(0).equals(date) && row.get(2).equals(seller));
    expectation.add(RowFactory.create(date, "DEFECTIVE", seller, observed, expected, 9L));
  }

  private SellerCause row(String seller, DisputeExample... disputes) {
    return rows(disputes).stream()
        .filter(row -> row.sellerId().equals(seller))
        .findFirst()
        .orElseThrow();
  }

  private List<SellerCause> rows(DisputeExample... disputes) {
    Dataset<Row> rows =
        new SellerCauses(JANUARY, new ReportingMoney("EUR"), new IntermediateRows(spark, folder))
            .from(
                spark.createDataFrame(expectation, SCHEMA),
                ContractRows.rows(spark, Dispute.CONTRACT, DisputeExample.all(disputes)),
                Taxonomy.bundled().rows(spark));
    return ContractRows.records(rows, SellerCause.CONTRACT);
  }
}
