package dev.hindsight.analytics.advice;

import static dev.hindsight.analytics.Cohorts.JANUARY;
import static dev.hindsight.analytics.advice.EpisodeExample.anEpisode;
import static dev.hindsight.analytics.examples.DisputeExample.aDispute;
import static dev.hindsight.analytics.examples.SellerExample.aSeller;
import static dev.hindsight.analytics.examples.TransactionExample.aTransaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hindsight.analytics.SparkTest;
import dev.hindsight.analytics.dataset.ContractRows;
import dev.hindsight.analytics.dataset.IntermediateRows;
import dev.hindsight.analytics.expectation.Cells;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.lake.AdviceHoldout;
import dev.hindsight.datasets.landed.ReportFrequency;
import dev.hindsight.datasets.landed.Seller;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.datasets.marts.AccountableParty;
import dev.hindsight.datasets.marts.AdviceOutcome;
import dev.hindsight.datasets.marts.Dispute;
import dev.hindsight.datasets.marts.NotAdvisedReason;
import dev.hindsight.datasets.marts.Recommendation;
import dev.hindsight.datasets.marts.SellerCause;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * As of 31 January: in two of its weeks six ordinary sellers have 100 orders and 5 disputes each,
 * so that an order line weighs 0.05.
 */
@SparkTest
class AdviceOutcomesTest {
  private static final LocalDate AS_OF = JANUARY.window().lastDate();
  private static final Map<Field, Object> DATES =
      Map.of(
          SellerCause.CONTRACT.field("as_of_date"), AS_OF,
          SellerCause.CONTRACT.field("window_start_date"), JANUARY.window().firstDate(),
          SellerCause.CONTRACT.field("window_end_date"), AS_OF);

  private final SparkSession spark;
  private final Path folder;
  private final List<Transaction> lines = new ArrayList<>();
  private final List<Dispute> disputes = new ArrayList<>();
  private final List<Recommendation> due = new ArrayList<>();
  private final List<SellerCause> pairs = new ArrayList<>();
  private final List<Seller> sellers = new ArrayList<>();
  private final List<AdviceOutcome> earlier = new ArrayList<>();
  private AdviceHoldout holdout = AdviceHoldout.NONE;

  AdviceOutcomesTest(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    this.folder = folder;
  }

  @BeforeEach
  void ordinarySellers() {
    for (int seller = 0; seller < 6; seller++) {
      sold("ordinary " + seller, "2026-01-12", 100, 5);
      sold("ordinary " + seller, "2026-01-26", 100, 5);
    }
  }

  @Test
  void findingThatIsAdvisedOnBeginsAnEpisodeOnceTheReportHasSurelyGoneOut() {
    due("s-1", "DEFECTIVE");
    sellers.add(aSeller("s-1").email("one@shop.example").build());

    AdviceOutcome begun = only();
    assertThat(begun.foundDate()).isEqualTo("2026-01-31");
    assertThat(begun.isAdvised()).isTrue();
    assertThat(begun.notAdvisedReason()).isNull();
    assertThat(begun.followedStartDate()).isEqualTo("2026-02-08");
    assertThat(begun.followedEndDate()).isEqualTo("2026-03-10");
    assertThat(begun.baselineObservedCount()).isEqualTo(41);
    assertThat(begun.baselineShrunkenRatio()).isEqualTo(1.509);
    assertThat(begun.followedDayCount()).isZero();
    assertThat(begun.isComplete()).isFalse();
    assertThat(begun.transactionCount()).isZero();
    assertThat(begun.forecastCount()).isZero();
    assertThat(begun.forecastRatio()).isNull();
  }

  @Test
  void severalRecommendationsForACauseAreOneEpisode() {
    due("s-1", "DEFECTIVE");
    due.add(recommendation("s-1", "DEFECTIVE", 2));

    assertThat(rows()).hasSize(1);
  }

  @Test
  void monthlyReportsAreWaitedForLonger() {
    due("s-1", "DEFECTIVE");
    sellers.add(reported("s-1", ReportFrequency.MONTHLY));

    assertThat(only().isAdvised()).isTrue();
    assertThat(only().followedStartDate()).isEqualTo("2026-03-04");
  }

  @Test
  void whoseReportsReachNobodyIsNoPartOfTheDraw() {
    holdout = new AdviceHoldout(1, "any");
    for (String seller : List.of("held out", "off", "unknown", "without address")) {
      due(seller, "DEFECTIVE");
    }
    sellers.add(aSeller("held out").email("one@shop.example").build());
    sellers.add(reported("off", ReportFrequency.OFF));
    sellers.add(aSeller("without address").build());

    assertThat(rows())
        .extracting(AdviceOutcome::notAdvisedReason)
        .containsExactly(
            NotAdvisedReason.HELD_OUT,
            NotAdvisedReason.REPORTS_OFF,
            NotAdvisedReason.NO_ADDRESS,
            NotAdvisedReason.NO_ADDRESS);
    assertThat(rows()).noneMatch(AdviceOutcome::isAdvised);
    assertThat(rows()).extracting(AdviceOutcome::holdoutShare).containsOnly(1.0);
  }

  @Test
  void runningEpisodeIsFollowedOverTheOrdersAfterItsReport() {
    earlier.add(anEpisode("s-1").followed("2026-01-09", "2026-02-08").build());
    sold("s-1", "2026-01-08", 50, 40);
    sold("s-1", "2026-01-12", 40, 6);
    sold("s-1", "2026-01-26", 20, 3);

    AdviceOutcome running = only();
    assertThat(running.foundDate()).isEqualTo("2026-01-01");
    assertThat(running.isComplete()).isFalse();
    assertThat(running.followedDayCount()).isEqualTo(23);
    assertThat(running.transactionCount()).isEqualTo(60);
    assertThat(running.observedCount()).isEqualTo(9);
    assertThat(running.expectedCount()).isCloseTo(3, within(1e-12));
    // (1 + 0.05 x 41) / (1 + 0.05 x 20.42) x 3
    assertThat(running.forecastCount()).isCloseTo(4.527461652647204, within(1e-12));
    assertThat(running.forecastRatio()).isCloseTo(9 / 4.527461652647204, within(1e-12));
    assertThat(running.forecastRatio())
        .isBetween(running.forecastRatioLow(), running.forecastRatioHigh());
    assertThat(running.asOfDate()).isEqualTo(AS_OF);
  }

  @Test
  void findingThatStaysWhileItsEpisodeRunsBeginsNoOther() {
    earlier.add(anEpisode("s-1").followed("2026-01-09", "2026-02-08").build());
    due("s-1", "DEFECTIVE");

    assertThat(only().foundDate()).isEqualTo("2026-01-01");
  }

  @Test
  void episodeIsCompleteOnItsLastDateAndTheSameFindingMayBeginAnother() {
    earlier.add(anEpisode("s-1").found("2025-12-13").followed("2025-12-21", "2026-01-20").build());
    due("s-1", "DEFECTIVE");
    sold("s-1", "2026-01-12", 40, 6);
    sold("s-1", "2026-01-26", 20, 3);

    List<AdviceOutcome> rows = rows();
    assertThat(rows)
        .extracting(AdviceOutcome::foundDate)
        .containsExactly(LocalDate.of(2025, 12, 13), AS_OF);
    assertThat(rows).extracting(AdviceOutcome::isComplete).containsExactly(true, false);
    assertThat(rows.get(0).observedCount()).isEqualTo(6);
    // From the window's first date: what was ordered before is no longer counted.
    assertThat(rows.get(0).followedDayCount()).isEqualTo(20);
  }

  @Test
  void completeEpisodeStaysAsItWas() {
    AdviceOutcome complete =
        anEpisode("s-1").followed("2025-12-09", "2026-01-20").complete(7, 12, 12).build();
    earlier.add(complete);
    sold("s-1", "2026-01-12", 40, 6);

    assertThat(only()).usingRecursiveComparison().ignoringFields("asOfDate").isEqualTo(complete);
    assertThat(only().asOfDate()).isEqualTo(AS_OF);
  }

  @Test
  void whoIsAdvisedAfterAllIsFollowedNoLongerAsOneWhoIsNot() {
    earlier.add(
        anEpisode("s-1")
            .notAdvised(NotAdvisedReason.NO_ADDRESS)
            .followed("2026-01-09", "2026-02-08")
            .build());
    due("s-1", "DEFECTIVE");
    sellers.add(aSeller("s-1").email("one@shop.example").build());

    List<AdviceOutcome> rows = rows();
    assertThat(rows).extracting(AdviceOutcome::isAdvised).containsExactly(false, true);
    assertThat(rows).extracting(AdviceOutcome::isComplete).containsExactly(true, false);
    assertThat(rows.get(0).followedEndDate()).isEqualTo(AS_OF);
  }

  private static Seller reported(String seller, ReportFrequency frequency) {
    return ContractRows.record(
        Seller.CONTRACT,
        Map.of(
            Seller.SELLER_ID, seller, Seller.EMAIL, "a@shop.example", Seller.REPORTS, frequency));
  }

  private void due(String seller, String cause) {
    due.add(recommendation(seller, cause, 1));
    Map<Field, Object> values = new HashMap<>(DATES);
    values.put(SellerCause.SELLER_ID, seller);
    values.put(SellerCause.CAUSE, cause);
    values.put(SellerCause.ACCOUNTABLE_PARTY, AccountableParty.SELLER);
    values.put(SellerCause.CURRENCY, "EUR");
    values.put(SellerCause.OBSERVED_COUNT, 41L);
    values.put(SellerCause.EXPECTED_COUNT, 20.42);
    values.put(SellerCause.SHRUNKEN_RATIO, 1.509);
    values.put(SellerCause.SHRUNKEN_RATIO_LOW, 1.15);
    values.put(SellerCause.SHRUNKEN_RATIO_HIGH, 1.91);
    values.put(SellerCause.PRIOR_VARIANCE, 0.05);
    pairs.add(ContractRows.record(SellerCause.CONTRACT, values));
  }

  private static Recommendation recommendation(String seller, String cause, int rank) {
    Map<Field, Object> values = new HashMap<>(DATES);
    values.put(Recommendation.SELLER_ID, seller);
    values.put(Recommendation.RECOMMENDATION_RANK, rank);
    values.put(Recommendation.CAUSE, cause);
    values.put(Recommendation.ACTION, "do");
    values.put(Recommendation.EVIDENCE, "keep");
    values.put(Recommendation.SOURCE, "rule");
    values.put(Recommendation.CURRENCY, "EUR");
    return ContractRows.record(Recommendation.CONTRACT, values);
  }

  private void sold(String seller, String date, int orders, int disputed) {
    for (int order = 0; order < orders; order++) {
      String id = "t-" + lines.size();
      String at = date + "T00:00:00Z";
      lines.add(aTransaction(id).seller(seller).at(at).build());
      if (order < disputed) {
        disputes.add(
            aDispute("of " + id)
                .seller(seller)
                .line(id, "order of " + id)
                .ordered(at)
                .opened(date + "T12:00:00Z")
                .build());
      }
    }
  }

  private AdviceOutcome only() {
    List<AdviceOutcome> rows = rows();
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  /** By seller, then date. */
  private List<AdviceOutcome> rows() {
    Dataset<Row> transactions = ContractRows.rows(spark, Transaction.CONTRACT, lines);
    Dataset<Row> disputed = ContractRows.rows(spark, Dispute.CONTRACT, disputes);
    IntermediateRows intermediate = new IntermediateRows(spark, folder);
    Cells cells =
        new Cells(
            ContractRows.computed(Cells.withAnyFulfilment(JANUARY.sold(transactions))),
            ContractRows.computed(JANUARY.observed(disputed)));
    AdviceSources sources =
        new AdviceSources(
            ContractRows.rows(spark, Recommendation.CONTRACT, due),
            ContractRows.rows(spark, SellerCause.CONTRACT, pairs),
            ContractRows.rows(spark, Seller.CONTRACT, sellers),
            ContractRows.rows(spark, AdviceOutcome.CONTRACT, earlier));
    Dataset<Row> outcomes =
        new AdviceOutcomes(JANUARY, new Holdout(holdout), intermediate)
            .from(sources, cells, transactions, disputed);
    return ContractRows.records(outcomes, AdviceOutcome.CONTRACT).stream()
        .sorted(
            Comparator.comparing(AdviceOutcome::sellerId).thenComparing(AdviceOutcome::foundDate))
        .toList();
  }
}
