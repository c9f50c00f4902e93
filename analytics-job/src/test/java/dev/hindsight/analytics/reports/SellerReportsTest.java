package dev.hindsight.analytics.reports;

import static dev.hindsight.analytics.Cohorts.JANUARY;
import static dev.hindsight.analytics.examples.DisputeExample.aDispute;
import static dev.hindsight.analytics.examples.SellerExample.aSeller;
import static dev.hindsight.datasets.marts.SellerCause.IS_CONFIRMED;
import static dev.hindsight.datasets.marts.SellerCause.IS_FLAGGED;
import static dev.hindsight.datasets.marts.SellerCause.IS_FLAGGED_WEEK_BEFORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.hindsight.analytics.SparkTest;
import dev.hindsight.analytics.dataset.ContractRows;
import dev.hindsight.analytics.examples.DisputeExample;
import dev.hindsight.analytics.money.ReportingMoney;
import dev.hindsight.analytics.reports.ReportSources.FindingMarts;
import dev.hindsight.analytics.scorecards.Endings;
import dev.hindsight.analytics.taxonomy.Taxonomy;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.Outcome;
import dev.hindsight.datasets.landed.ReportFrequency;
import dev.hindsight.datasets.landed.Seller;
import dev.hindsight.datasets.marts.AccountableParty;
import dev.hindsight.datasets.marts.Dispute;
import dev.hindsight.datasets.marts.Driver;
import dev.hindsight.datasets.marts.FadedFinding;
import dev.hindsight.datasets.marts.ProgramBound;
import dev.hindsight.datasets.marts.Rating;
import dev.hindsight.datasets.marts.Recommendation;
import dev.hindsight.datasets.marts.ReportFinding;
import dev.hindsight.datasets.marts.SellerCause;
import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.datasets.marts.SellerReport.CaseLine;
import dev.hindsight.datasets.marts.SellerReport.CauseLine;
import dev.hindsight.datasets.marts.SellerReport.MonthLine;
import dev.hindsight.datasets.marts.SellerScorecard;
import dev.hindsight.datasets.marts.Trend;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@SparkTest
class SellerReportsTest {
  private static final LocalDate LAST_DATE = JANUARY.window().lastDate();
  private static final Map.Entry<Field, Object> CONFIRMED = Map.entry(IS_CONFIRMED, true);

  private final SparkSession spark;
  private final Map<Field, Object> scorecard = new HashMap<>();
  private final List<Row> expectation = new ArrayList<>();
  private final List<SellerCause> sellerCauses = new ArrayList<>();

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
    assertThat(report.cases()).isEmpty();
    assertThat(report.findings()).isEmpty();
    assertThat(report.tasks()).isEmpty();
    assertThat(report.reportFrequency()).isEqualTo(ReportFrequency.WEEKLY);
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
    ofCause("DEFECTIVE", 1, 0.5);
    ofCause("WRONG_ITEM", 3, null);
    ofCause("COUNTERFEIT", 0, 2.0);

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
  void adjustedDisputesAreTold() {
    scorecard.put(SellerScorecard.ADJUSTED_COUNT, 2L);

    SellerReport report =
        report(
            aDispute("d-1").cause("DEFECTIVE").adjusted(),
            aDispute("d-2").cause("DEFECTIVE").adjusted(),
            aDispute("d-3").cause("WRONG_ITEM"));

    assertThat(report.adjustedCount()).isEqualTo(2);
    assertThat(report.cases()).hasSize(3);
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
  void casesAreThoseOpenedInTheWindowOrAboutItsOrdersNewestFirst() {
    List<CaseLine> cases =
        report(
                aDispute("old").opened("2025-12-01T00:00:00Z").ordered("2025-11-20T00:00:00Z"),
                aDispute("early").opened("2026-01-03T00:00:00Z").ordered("2025-12-20T00:00:00Z"),
                aDispute("late").opened("2026-01-20T00:00:00Z"))
            .cases();

    assertThat(cases).extracting(CaseLine::disputeId).containsExactly("late", "early");
    assertThat(cases).extracting(CaseLine::isCompared).containsExactly(true, false);
    assertThat(cases.get(0).cause()).isEqualTo("DEFECTIVE");
    assertThat(cases.get(0).label()).isEqualTo("defective");
    assertThat(cases.get(0).disputedAmount()).isEqualByComparingTo("10");
  }

  @Test
  void atMostFiveThousandCasesAreKeptAndAllAreCounted() {
    Dataset<Row> one =
        ContractRows.rows(spark, Dispute.CONTRACT, DisputeExample.all(aDispute("d")));
    Dataset<Row> many = one.crossJoin(spark.range(5_003).toDF("number"));

    SellerReport report = report(many.drop("number"));

    assertThat(report.cases()).hasSize(5_000);
    assertThat(report.caseCount()).isEqualTo(5_003);
  }

  @Test
  void findingsAreConfirmedAndTheSellersOwnMostAvoidableFirst() {
    ofCause("DEFECTIVE", 12, 3.0, CONFIRMED, Map.entry(SellerCause.AVOIDABLE_COUNT, 7.0));
    ofCause("WRONG_ITEM", 30, 9.0, CONFIRMED, Map.entry(SellerCause.AVOIDABLE_COUNT, 19.0));
    ofCause("LATE_DELIVERY", 40, 9.0);
    ofCause(
        "LOST_BY_CARRIER",
        9,
        1.0,
        CONFIRMED,
        Map.entry(SellerCause.ACCOUNTABLE_PARTY, AccountableParty.CARRIER));

    List<ReportFinding> findings = report(aDispute("d-1").cause("WRONG_ITEM")).findings();

    assertThat(findings)
        .extracting(ReportFinding::cause)
        .containsExactly("WRONG_ITEM", "DEFECTIVE");
    assertThat(findings.get(0).label()).isEqualTo("wrong item sent");
    assertThat(findings.get(0).usualHigh()).isEqualTo(15);
    assertThat(findings.get(0).months())
        .containsExactly(
            new MonthLine(LocalDate.parse("2025-12-01"), 0),
            new MonthLine(LocalDate.parse("2026-01-01"), 1));
  }

  @Test
  void aFindingHasFadedWhenItWasFlaggedAWeekBeforeAndNoLongerIs() {
    ofCause(
        "DEFECTIVE",
        12,
        3.0,
        CONFIRMED,
        Map.entry(IS_FLAGGED_WEEK_BEFORE, true),
        Map.entry(IS_FLAGGED, true));
    ofCause("WRONG_ITEM", 5, 4.5, Map.entry(IS_FLAGGED_WEEK_BEFORE, true));

    SellerReport report = report();

    assertThat(report.fadedFindings())
        .extracting(FadedFinding::cause)
        .containsExactly("WRONG_ITEM");
    assertThat(report.causes())
        .extracting(CauseLine::cause, CauseLine::isFlagged)
        .containsExactly(tuple("DEFECTIVE", true), tuple("WRONG_ITEM", false));
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

  @SafeVarargs
  @SuppressWarnings("varargs")
  private void ofCause(
      String cause,
      long observed,
      @Nullable Double expected,
      Map.Entry<Field, ? extends Object>... more) {
    Map<Field, Object> values = new HashMap<>();
    values.put(SellerCause.SELLER_ID, "s-1");
    values.put(SellerCause.CAUSE, cause);
    values.put(SellerCause.ACCOUNTABLE_PARTY, AccountableParty.SELLER);
    values.put(SellerCause.OBSERVED_COUNT, observed);
    if (expected != null) {
      values.put(SellerCause.EXPECTED_COUNT, expected);
      values.put(SellerCause.RATIO, observed / expected);
      values.put(SellerCause.Q_VALUE, 0.001);
    }
    values.put(SellerCause.SPREAD, 0.0);
    values.put(SellerCause.PRIOR_VARIANCE, 0.0);
    values.put(SellerCause.CURRENCY, "EUR");
    values.put(SellerCause.CONTRACT.field("as_of_date"), LAST_DATE);
    values.put(SellerCause.CONTRACT.field("window_start_date"), JANUARY.window().firstDate());
    values.put(SellerCause.CONTRACT.field("window_end_date"), LAST_DATE);
    for (Map.Entry<Field, ? extends Object> entry : more) {
      values.put(entry.getKey(), entry.getValue());
    }
    sellerCauses.add(ContractRows.record(SellerCause.CONTRACT, values));
  }

  /** The only report; that it reads as the contract's record is checked on the way. */
  private SellerReport report(DisputeExample... examples) {
    return report(ContractRows.rows(spark, Dispute.CONTRACT, DisputeExample.all(examples)));
  }

  private SellerReport report(Dataset<Row> disputes) {
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
            Taxonomy.bundled().rows(spark),
            new FindingMarts(
                ContractRows.rows(spark, SellerCause.CONTRACT, sellerCauses),
                ContractRows.rows(spark, Driver.CONTRACT, List.of()),
                ContractRows.rows(spark, Recommendation.CONTRACT, List.of()),
                ContractRows.rows(spark, Trend.CONTRACT, List.of())),
            ContractRows.rows(spark, ProgramBound.CONTRACT, List.of()));
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
