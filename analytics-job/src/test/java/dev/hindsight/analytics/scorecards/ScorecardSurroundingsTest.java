package dev.hindsight.analytics.scorecards;

import static dev.hindsight.analytics.Cohorts.JANUARY;
import static dev.hindsight.analytics.examples.DisputeExample.aDispute;
import static dev.hindsight.analytics.examples.TransactionExample.aTransaction;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.analytics.SparkTest;
import dev.hindsight.analytics.dataset.ContractRows;
import dev.hindsight.analytics.dataset.SparkTypes;
import dev.hindsight.analytics.examples.DisputeExample;
import dev.hindsight.analytics.examples.TransactionExample;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.datasets.marts.BoundOperator;
import dev.hindsight.datasets.marts.BoundStanding;
import dev.hindsight.datasets.marts.Dispute;
import dev.hindsight.datasets.marts.ProgramBound;
import dev.hindsight.datasets.marts.ProgramMetric;
import dev.hindsight.datasets.marts.Rating;
import dev.hindsight.datasets.marts.SellerScorecard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What stands on a scorecard beside the seller's own numbers: peers, maturity, bounds. */
@SparkTest
class ScorecardSurroundingsTest {
  private final SparkSession spark;
  private final List<SellerScorecard> cards = new ArrayList<>();
  private final List<TransactionExample> lines = new ArrayList<>();

  ScorecardSurroundingsTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void peersAreTheSellersOfTheSameMainCategory() {
    for (int seller = 1; seller <= 5; seller++) {
      card("s-" + seller, seller / 100.0);
      lines.add(aTransaction("t-" + seller).seller("s-" + seller));
    }
    lines.add(aTransaction("t-6").seller("s-5").category("books"));
    card("s-6", 0.9);
    lines.add(aTransaction("t-7").seller("s-6"));
    lines.add(aTransaction("t-8").seller("s-6").category("lamps"));
    lines.add(aTransaction("t-9").seller("s-6").category("lamps"));
    card("s-7", null);

    List<SellerScorecard> peers = withPeers();

    // books come before toys: s-5 sells one line of each.
    assertThat(peers)
        .extracting(SellerScorecard::mainCategory)
        .containsExactly("toys", "toys", "toys", "toys", "books", "lamps", null);
    assertThat(peers)
        .extracting(SellerScorecard::peerSellerCount)
        .containsExactly(4L, 4L, 4L, 4L, 1L, 1L, 0L);
    assertThat(peers).extracting(SellerScorecard::peerP50).containsOnlyNulls();
  }

  @Test
  void quartilesAreThoseOfFiveSellersOrMore() {
    for (int seller = 1; seller <= 5; seller++) {
      card("s-" + seller, seller * seller / 100.0);
      lines.add(aTransaction("t-" + seller).seller("s-" + seller));
    }

    assertThat(withPeers())
        .allSatisfy(
            card -> {
              assertThat(card.peerSellerCount()).isEqualTo(5);
              assertThat(card.peerP25()).isEqualTo(0.04);
              assertThat(card.peerP50()).isEqualTo(0.09);
              assertThat(card.peerP75()).isEqualTo(0.16);
            });
  }

  /** Half of the disputes come after 10 days, half after 20. */
  @Test
  void maturityIsTheMeanOverOrderLinesOfWhatIsDisputedByTheirAge() {
    card("s-1", 0.0);
    card("s-2", null);
    lines.add(aTransaction("new").at("2026-01-31T00:00:00Z"));
    lines.add(aTransaction("nine days old").at("2026-01-22T00:00:00Z"));
    lines.add(aTransaction("ten days old").at("2026-01-21T00:00:00Z"));
    lines.add(aTransaction("thirty days old").at("2026-01-01T00:00:00Z"));
    lines.add(aTransaction("of an earlier window").at("2025-12-31T00:00:00Z"));

    List<SellerScorecard> matured = withMaturity(30);

    assertThat(matured.get(0).maturityShare()).isEqualTo((0 + 0 + 0.5 + 1) / 4);
    assertThat(matured.get(1).maturityShare()).isNull();
  }

  @Test
  void maturityIsAbsentWithoutHistory() {
    card("s-1", 0.0);
    lines.add(aTransaction("t"));

    assertThat(withMaturity(29).get(0).maturityShare()).isNull();
  }

  @Test
  void boundsAreCountedByStanding() {
    card("s-1", 0.0);
    card("s-2", 0.0);

    List<SellerScorecard> counted =
        records(
            BoundCounts.beside(
                cards(),
                ContractRows.rows(
                    spark,
                    ProgramBound.CONTRACT,
                    List.of(
                        bound(BoundStanding.NEAR),
                        bound(BoundStanding.NEAR),
                        bound(BoundStanding.BROKEN),
                        bound(BoundStanding.OK),
                        bound(BoundStanding.NOT_MEASURABLE)))));

    assertThat(counted.get(0).nearBoundCount()).isEqualTo(2);
    assertThat(counted.get(0).brokenBoundCount()).isEqualTo(1);
    assertThat(counted.get(1).nearBoundCount()).isZero();
    assertThat(counted.get(1).brokenBoundCount()).isZero();
  }

  private void card(String seller, @Nullable Double rate) {
    Map<Field, Object> values = new HashMap<>();
    values.put(SellerScorecard.SELLER_ID, seller);
    values.put(SellerScorecard.RATING, Rating.AVERAGE);
    values.put(SellerScorecard.CURRENCY, "EUR");
    values.put(SellerScorecard.AS_OF_DATE, JANUARY.window().lastDate());
    values.put(SellerScorecard.WINDOW_START_DATE, JANUARY.window().firstDate());
    values.put(SellerScorecard.WINDOW_END_DATE, JANUARY.window().lastDate());
    if (rate != null) {
      values.put(SellerScorecard.DISPUTE_RATE, rate);
    }
    cards.add(ContractRows.record(SellerScorecard.CONTRACT, values));
  }

  /** Cards as they are before the columns are added that stand beside them. */
  private Dataset<Row> cards() {
    return ContractRows.rows(spark, SellerScorecard.CONTRACT, cards)
        .drop(
            "main_category",
            "peer_seller_count",
            "peer_p25",
            "peer_p50",
            "peer_p75",
            "maturity_share",
            "near_bound_count",
            "broken_bound_count");
  }

  private List<SellerScorecard> withPeers() {
    return records(PeerRates.beside(cards(), JANUARY.sold(transactions())));
  }

  private List<SellerScorecard> withMaturity(int oldDisputes) {
    List<DisputeExample> disputes = new ArrayList<>();
    for (int i = 0; i < oldDisputes; i++) {
      disputes.add(
          aDispute("d-" + i)
              .ordered("2025-09-01T00:00:00Z")
              .opened(i % 2 == 0 ? "2025-09-11T00:00:00Z" : "2025-09-21T00:00:00Z"));
      disputes.add(
          aDispute("again-" + i)
              .line("line of d-" + i, "order of d-" + i)
              .ordered("2025-09-01T00:00:00Z")
              .opened("2025-10-21T00:00:00Z"));
    }
    return records(
        new Maturity(JANUARY)
            .beside(
                cards(),
                transactions(),
                ContractRows.rows(
                    spark,
                    Dispute.CONTRACT,
                    DisputeExample.all(disputes.toArray(DisputeExample[]::new)))));
  }

  private Dataset<Row> transactions() {
    return ContractRows.rows(
        spark,
        Transaction.CONTRACT,
        TransactionExample.all(lines.toArray(TransactionExample[]::new)));
  }

  private static ProgramBound bound(BoundStanding standing) {
    Map<Field, Object> values = new HashMap<>();
    values.put(ProgramBound.SELLER_ID, "s-1");
    values.put(ProgramBound.PROGRAM, "P");
    values.put(ProgramBound.TIER, "t");
    values.put(ProgramBound.METRIC, ProgramMetric.REFUND_RATE);
    values.put(ProgramBound.BOUND_OPERATOR, BoundOperator.BELOW);
    values.put(ProgramBound.BOUND, 0.1);
    values.put(ProgramBound.STANDING, standing);
    values.put(ProgramBound.NOTE, "note");
    values.put(ProgramBound.SOURCE, "url");
    values.put(ProgramBound.AS_OF_DATE, JANUARY.window().lastDate());
    values.put(ProgramBound.WINDOW_START_DATE, JANUARY.window().firstDate());
    values.put(ProgramBound.WINDOW_END_DATE, JANUARY.window().lastDate());
    return ContractRows.record(ProgramBound.CONTRACT, values);
  }

  /** Every card, with what was added and nothing else. */
  private static List<SellerScorecard> records(Dataset<Row> rows) {
    Dataset<Row> complete = rows;
    for (Field field : SellerScorecard.CONTRACT.fields()) {
      if (!Arrays.asList(rows.columns()).contains(field.name())) {
        String type = SparkTypes.typeOf(field.type()).catalogString();
        complete = complete.withColumn(field.name(), lit(field.required() ? 0L : null).cast(type));
      }
    }
    return ContractRows.records(complete, SellerScorecard.CONTRACT);
  }
}
