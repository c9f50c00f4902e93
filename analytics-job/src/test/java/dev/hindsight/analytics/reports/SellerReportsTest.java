package dev.hindsight.analytics.reports;

import static dev.hindsight.analytics.Cohorts.JANUARY;
import static dev.hindsight.analytics.examples.DisputeExample.aDispute;
import static dev.hindsight.analytics.examples.SellerExample.aSeller;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.analytics.SparkTest;
import dev.hindsight.analytics.dataset.ContractRows;
import dev.hindsight.analytics.examples.DisputeExample;
import dev.hindsight.analytics.money.ReportingMoney;
import dev.hindsight.analytics.scorecards.Endings;
import dev.hindsight.analytics.taxonomy.Taxonomy;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.Outcome;
import dev.hindsight.datasets.landed.Seller;
import dev.hindsight.datasets.marts.AccountableParty;
import dev.hindsight.datasets.marts.Dispute;
import dev.hindsight.datasets.marts.Rating;
import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.datasets.marts.SellerReport.CaseLine;
import dev.hindsight.datasets.marts.SellerReport.CauseLine;
import dev.hindsight.datasets.marts.SellerReport.MonthLine;
import dev.hindsight.datasets.marts.SellerScorecard;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

@SparkTest
class SellerReportsTest {
  private static final LocalDate LAST_DATE = JANUARY.window().lastDate();

  private final SparkSession spark;
  private final Map<Field, Object> scorecard = new HashMap<>();
  private final List<Row> expectation = new ArrayList<>();

  SellerReportsTest(SparkSession spark) {
    this.spark = spark;
    scorecard.put(SellerScorecard.SELLER_ID, "s-1");
    scorecard.put(SellerScorecard.RATING, Rating.AVERAGE);
    scorecard.put(SellerScorecard.CURRENCY, "EUR");
    scorecard.put(SellerScorecard.AS_OF_DATE, LAST_DATE);
    scorecard.put(SellerScorecard.WINDOW_START_DATE, JANUARY.window().firstDate());
    scorecard.put(SellerScorecard.WINDOW_END_DATE, LAST_DATE);
  }

  @Test
  void sellerWithoutDisputesHasAReportOfZeroes() {
    SellerReport report = report();

    assertThat(report.sellerName()).isEqualTo("Toys & Co");
    assertThat(report.causes()).isEmpty();
    assertThat(report.waiting()).isEmpty();
    assertThat(report.latestCases()).isEmpty();
    assertThat(report.advice()).isNull();
    assertThat(report.previous()).isNull();
    assertThat(report.peerCount()).isNull();
    assertThat(report.endings().openCount()).isZero();
    assertThat(report.endings().currency()).isEqualTo("EUR");
  }

  @Test
  void totalStandsBesideWhatIsUsualForItsExpectation() {
    scorecard.put(SellerScorecard.OBSERVED_COUNT, 9L);
    scorecard.put(SellerScorecard.EXPECTED_COUNT, 5.0);
    scorecard.put(SellerScorecard.PREVIOUS_TRANSACTION_COUNT, 1L);
    expectation.add(RowFactory.create("*", "s-1", 9L, 5.0, 17L));

    SellerReport report = report();

    // Poisson with mean 5: P(X <= 0) = 0.7 %, P(X <= 1) = 4.0 %, P(X > 10) = 1.4 %, P(X > 9) = 3.2
    // %
    assertThat(report.total()).isEqualTo(new SellerReport.Comparison(9, 5.0, 1L, 10L));
    assertThat(report.previous()).isEqualTo(new SellerReport.Comparison(0, null, null, null));
    assertThat(report.peerCount()).isEqualTo(17);
  }

  @Test
  void aCauseThatOnlyTheMarketplaceCouldPreventIsNotTheSellers() {
    expectation.add(RowFactory.create("*", "s-1", 1L, 1.0, 9L));

    List<CauseLine> causes =
        report(aDispute("d-1").put("accountable_party", AccountableParty.MARKETPLACE)).causes();

    assertThat(causes)
        .extracting(CauseLine::accountableParty)
        .containsExactly(AccountableParty.MARKETPLACE);
  }

  @Test
  void causesAreThoseObservedOrOpenedMostObservedFirst() {
    expectation.add(RowFactory.create("DEFECTIVE", "s-1", 1L, 0.5, 9L));
    expectation.add(RowFactory.create("WRONG_ITEM", "s-1", 3L, null, null));
    expectation.add(RowFactory.create("COUNTERFEIT", "s-1", 0L, 2.0, 9L));
    expectation.add(RowFactory.create("*", "s-1", 4L, 4.0, 9L));

    List<CauseLine> causes =
        report(aDispute("d-1"), aDispute("d-2").cause("LATE_DELIVERY").withoutLine()).causes();

    assertThat(causes)
        .extracting(CauseLine::cause)
        .containsExactly("WRONG_ITEM", "DEFECTIVE", "LATE_DELIVERY");
    assertThat(causes).extracting(CauseLine::openedCount).containsExactly(0L, 1L, 1L);
    assertThat(causes.get(1).label()).isEqualTo("defective");
    assertThat(causes.get(1).accountableParty()).isEqualTo(AccountableParty.SELLER);
    assertThat(causes.get(2).comparison().observedCount()).isZero();
  }

  @Test
  void monthsOfBothWindowsAreListedWithTheirZeroes() {
    assertThat(
            report(aDispute("d-1"), aDispute("d-2"), aDispute("d-3").opened("2025-11-30T00:00:00Z"))
                .months())
        .containsExactly(
            new MonthLine(LocalDate.parse("2025-12-01"), 0),
            new MonthLine(LocalDate.parse("2026-01-01"), 2));
  }

  @Test
  void adviceIsAboutTheCommonestCauseThatTheSellerCanActOn() {
    SellerReport.Advice advice =
        report(
                aDispute("d-1").cause("WRONG_ITEM"),
                aDispute("d-2").cause("DEFECTIVE"),
                aDispute("d-3").cause("DEFECTIVE"),
                carriers("d-4"),
                carriers("d-5"),
                carriers("d-6"))
            .advice();

    assertThat(advice).isNotNull();
    assertThat(advice.cause()).isEqualTo("DEFECTIVE");
    assertThat(advice.openedCount()).isEqualTo(2);
    assertThat(advice.action()).startsWith("Look for the article");
  }

  @Test
  void adjustedDisputesAreNoReasonForAdviceAndAreTold() {
    scorecard.put(SellerScorecard.ADJUSTED_COUNT, 2L);

    SellerReport report =
        report(
            aDispute("d-1").cause("DEFECTIVE").adjusted(),
            aDispute("d-2").cause("DEFECTIVE").adjusted(),
            aDispute("d-3").cause("WRONG_ITEM"));

    assertThat(report.adjustedCount()).isEqualTo(2);
    assertThat(report.advice()).extracting("cause").isEqualTo("WRONG_ITEM");
    assertThat(report.latestCases()).hasSize(3);
  }

  @Test
  void casesWaitOldestFirstAndAlsoFromBeforeTheWindow() {
    SellerReport report =
        report(
            aDispute("new").opened("2026-01-20T00:00:00Z"),
            aDispute("old").opened("2025-03-01T00:00:00Z"),
            aDispute("ended").ended(Outcome.WITHDRAWN),
            aDispute("replied").repliedAfter(Duration.ofHours(1)));

    assertThat(report.waiting()).extracting(CaseLine::disputeId).containsExactly("old", "new");
    assertThat(report.waitingCount()).isEqualTo(2);
  }

  @Test
  void atMostTenCasesWaitAndAllAreCounted() {
    SellerReport report =
        report(
            IntStream.range(0, 13)
                .mapToObj(
                    number ->
                        number == 0
                            ? aDispute("replied").repliedAfter(Duration.ofHours(1))
                            : aDispute("d-" + number))
                .toArray(DisputeExample[]::new));

    assertThat(report.waiting()).hasSize(10);
    assertThat(report.waitingCount()).isEqualTo(12);
  }

  @Test
  void nothingWaitsWhereNobodyLogsReplies() {
    SellerReport report = report(aDispute("d-1"), aDispute("d-2"));

    assertThat(report.waiting()).isEmpty();
    assertThat(report.waitingCount()).isZero();
  }

  @Test
  void latestFiveCasesOfTheWindowAreListedNewestFirst() {
    List<CaseLine> latest =
        report(
                IntStream.rangeClosed(1, 8)
                    .mapToObj(
                        day -> aDispute("d-" + day).opened("2026-01-0%dT00:00:00Z".formatted(day)))
                    .toArray(DisputeExample[]::new))
            .latestCases();

    assertThat(latest)
        .extracting(CaseLine::disputeId)
        .containsExactly("d-8", "d-7", "d-6", "d-5", "d-4");
    assertThat(latest.get(0).label()).isEqualTo("defective");
    assertThat(latest.get(0).disputedAmount()).isEqualByComparingTo("10");
  }

  @Test
  void endingsAreThoseOfDisputesOpenedInTheWindow() {
    scorecard.put(SellerScorecard.OPENED_DISPUTE_COUNT, 2L);

    SellerReport report =
        report(
            aDispute("d-1").ended(Outcome.PARTIAL),
            aDispute("d-2").withoutLine(),
            aDispute("d-3").opened("2025-12-01T00:00:00Z"));

    assertThat(report.endings().openedCount()).isEqualTo(2);
    assertThat(report.endings().partialCount()).isEqualTo(1);
    assertThat(report.endings().openCount()).isEqualTo(1);
    assertThat(report.endings().escalatedCount()).isNull();
    assertThat(report.unmatchedCount()).isEqualTo(1);
  }

  private static DisputeExample carriers(String id) {
    return aDispute(id).cause("LOST_BY_CARRIER").put("accountable_party", AccountableParty.CARRIER);
  }

  /** The only report; that it reads as the contract's record is checked on the way. */
  private SellerReport report(DisputeExample... examples) {
    Dataset<Row> disputes =
        ContractRows.rows(spark, Dispute.CONTRACT, DisputeExample.all(examples));
    ReportSources sources =
        new ReportSources(
            ContractRows.rows(
                spark,
                SellerScorecard.CONTRACT,
                List.of(ContractRows.record(SellerScorecard.CONTRACT, scorecard))),
            spark.createDataFrame(expectation, expectationColumns()),
            new Endings(JANUARY, new ReportingMoney("EUR")).from(disputes),
            disputes,
            ContractRows.rows(
                spark, Seller.CONTRACT, List.of(aSeller("s-1").name("Toys & Co").build())),
            Taxonomy.bundled().rows(spark));
    return ContractRows.records(new SellerReports(JANUARY).from(sources), SellerReport.CONTRACT)
        .get(0);
  }

  private static StructType expectationColumns() {
    return new StructType()
        .add("cause", DataTypes.StringType)
        .add("seller_id", DataTypes.StringType)
        .add("observed_count", DataTypes.LongType)
        .add("expected_count", DataTypes.DoubleType)
        .add("peer_count", DataTypes.LongType);
  }
}
