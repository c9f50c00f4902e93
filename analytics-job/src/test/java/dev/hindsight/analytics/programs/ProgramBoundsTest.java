package dev.hindsight.analytics.programs;

import static dev.hindsight.analytics.Cohorts.JANUARY;
import static dev.hindsight.analytics.examples.DisputeExample.aDispute;
import static dev.hindsight.analytics.examples.EventExample.anEvent;
import static dev.hindsight.analytics.examples.TransactionExample.aTransaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hindsight.analytics.SparkTest;
import dev.hindsight.analytics.dataset.ContractRows;
import dev.hindsight.analytics.dataset.IntermediateRows;
import dev.hindsight.analytics.examples.DisputeExample;
import dev.hindsight.analytics.examples.EventExample;
import dev.hindsight.analytics.examples.TransactionExample;
import dev.hindsight.analytics.kept.OrderLines;
import dev.hindsight.analytics.money.ReportingMoney;
import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.landed.Actor;
import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.datasets.landed.EventType;
import dev.hindsight.datasets.landed.FulfilledBy;
import dev.hindsight.datasets.landed.Outcome;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.datasets.marts.BoundStanding;
import dev.hindsight.datasets.marts.Dispute;
import dev.hindsight.datasets.marts.ProgramBound;
import dev.hindsight.datasets.marts.Rating;
import dev.hindsight.datasets.marts.SellerScorecard;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class ProgramBoundsTest {
  private static final String HEADER =
      "program,tier,metric,bound_operator,bound,minimum_numerator_count,metric_days,"
          + "sparse_metric_days,sparse_below_count,valid_from,valid_to,note,source\n";

  private final SparkSession spark;
  private final Path folder;
  private final List<TransactionExample> lines = new ArrayList<>();
  private final List<DisputeExample> disputes = new ArrayList<>();
  private final List<EventExample> events = new ArrayList<>();

  ProgramBoundsTest(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    this.folder = folder;
  }

  @Test
  void claimsAreOrdersThatWentToTheMarketplaceAndDidNotEndForTheSeller() throws IOException {
    orders(20);
    disputes.add(aDispute("open").line("t-1", "o-1").escalated());
    disputes.add(aDispute("twice").line("t-1", "o-1").escalated());
    disputes.add(aDispute("lost").line("t-2", "o-2").escalated().ended(Outcome.BUYER_FAVOUR));
    disputes.add(aDispute("won").line("t-3", "o-3").escalated().ended(Outcome.SELLER_FAVOUR));
    disputes.add(aDispute("given up").line("t-4", "o-4").escalated().ended(Outcome.WITHDRAWN));
    disputes.add(aDispute("settled").line("t-5", "o-5").ended(Outcome.ACCEPTED_BY_SELLER));
    disputes.add(aDispute("old").line("t-0", "o-0").escalated().ordered("2025-12-01T00:00:00Z"));
    disputes.add(aDispute("by issuer").line("t-6", "o-6"));
    events.add(anEvent("by issuer", EventType.OPENED).by(Actor.ISSUER));

    ProgramBound bound = bounds("P,t,CLAIMED_ORDER_RATE,BELOW,0.01,,31,,,,,note,url").get(0);

    assertThat(bound.numeratorCount()).isEqualTo(3);
    assertThat(bound.denominatorCount()).isEqualTo(20);
    assertThat(bound.rate()).isEqualTo(0.15);
    // SciPy 1.17.1: scipy.stats.beta.sf(0.01, 3.5, 17.5)
    assertThat(bound.probabilityAboveBound()).isCloseTo(0.9997851894548183, within(1e-9));
    assertThat(bound.isBeyondBound()).isTrue();
    assertThat(bound.standing()).isEqualTo(BoundStanding.BROKEN);
    assertThat(bound.windowStartDate()).isEqualTo(LocalDate.parse("2026-01-01"));
  }

  @Test
  void whatAMarketplaceFoundTheSellerResponsibleForEndsWithAnAcceptedObjection()
      throws IOException {
    orders(10);
    for (int order = 1; order <= 2; order++) {
      DisputeExample dispute =
          lost(aDispute("d-" + order))
              .line("t-" + order, "o-" + order)
              .escalated()
              .put("refunded_at", Instant.parse("2026-01-05T00:00:00Z"))
              .ended(Outcome.BUYER_FAVOUR);
      disputes.add(order == 1 ? dispute : dispute.adjusted());
      events.add(anEvent("d-" + order, EventType.OPENED).by(Actor.ISSUER));
    }

    List<ProgramBound> bounds =
        bounds(
            "P,a,CLAIMED_ORDER_RATE,BELOW,0.01,,31,,,,,note,url",
            "P,b,CASE_LOST_RATE,BELOW,0.01,,31,,,,,note,url",
            "P,c,REFUND_RATE,BELOW,0.06,,31,,,,,note,url",
            "P,d,ITEM_NOT_RECEIVED_RATE,AT_MOST,0.02,,31,,,,,note,url",
            "P,e,CHARGEBACK_RATE,BELOW,0.015,100,31,,,,,note,url");

    assertThat(bounds).extracting(ProgramBound::numeratorCount).containsExactly(1L, 1L, 1L, 2L, 2L);
    assertThat(bounds).extracting(ProgramBound::denominatorCount).containsOnly(10L);
  }

  @Test
  void whatNoSourceLogsIsNotMeasurable() throws IOException {
    orders(5);
    disputes.add(aDispute("d").line("t-1", "o-1"));

    List<ProgramBound> bounds =
        bounds(
            "P,a,CLAIMED_ORDER_RATE,BELOW,0.01,,31,,,,,note,url",
            "P,b,CASE_LOST_RATE,BELOW,0.01,,31,,,,,note,url",
            "P,c,ON_TIME_DELIVERY_RATE,ABOVE,0.95,,31,,,,,note,url",
            "P,d,REFUND_RATE,BELOW,0.06,,31,,,,,note,url",
            "P,e,SELLER_RESPONSE_RATE,ABOVE,0.95,,31,,,,,note,url",
            "P,f,CHARGEBACK_RATE,BELOW,0.015,100,31,,,,,note,url");

    assertThat(bounds)
        .hasSize(6)
        .allSatisfy(
            bound -> {
              assertThat(bound.standing()).isEqualTo(BoundStanding.NOT_MEASURABLE);
              assertThat(bound.numeratorCount()).isNull();
              assertThat(bound.denominatorCount()).isNull();
              assertThat(bound.rate()).isNull();
              assertThat(bound.probabilityAboveBound()).isNull();
              assertThat(bound.isBeyondBound()).isFalse();
            });
  }

  @Test
  void anOrderIsOnTimeWhenAllOfItIs() throws IOException {
    lines.add(arrived("t-1", "2026-01-08T00:00:00Z").order("o-1"));
    lines.add(arrived("t-2", "2026-01-12T00:00:00Z").order("o-1"));
    lines.add(arrived("t-3", "2026-01-10T00:00:00Z"));
    lines.add(arrived("t-4", "2026-01-12T00:00:00Z").fulfilledBy(FulfilledBy.MARKETPLACE));
    lines.add(arrived("t-5", "2026-02-01T00:00:00Z"));
    lines.add(aTransaction("t-6").promised("2026-01-10T00:00:00Z"));
    lines.add(arrived("t-7", "2026-01-12T00:00:00Z").promised("2026-02-01T00:00:00Z"));

    ProgramBound bound = bounds("P,t,ON_TIME_DELIVERY_RATE,ABOVE,0.95,,31,,,,,note,url").get(0);

    assertThat(bound.numeratorCount()).isEqualTo(1);
    assertThat(bound.denominatorCount()).isEqualTo(2);
    assertThat(bound.isBeyondBound()).isTrue();
  }

  @Test
  void whatTheMarketplaceFulfilsIsLeftOutOfRefundsAndLosses() throws IOException {
    orders(8);
    lines.add(aTransaction("t-9").fulfilledBy(FulfilledBy.MARKETPLACE));
    Instant refund = Instant.parse("2026-01-05T00:00:00Z");
    disputes.add(aDispute("d-1").line("t-1", "o-1").put("refunded_at", refund));
    disputes.add(lost(aDispute("d-2").line("t-2", "o-2")));
    disputes.add(
        lost(aDispute("d-3").line("t-9", "order of t-9"))
            .put("fulfilled_by", FulfilledBy.MARKETPLACE)
            .put("refunded_at", refund));

    List<ProgramBound> bounds =
        bounds(
            "P,a,REFUND_RATE,BELOW,0.06,,31,,,,,note,url",
            "P,b,ITEM_NOT_RECEIVED_RATE,AT_MOST,0.02,,31,,,,,note,url");

    assertThat(bounds).extracting(ProgramBound::denominatorCount).containsOnly(8L);
    assertThat(bounds).extracting(ProgramBound::numeratorCount).containsOnly(1L);
  }

  @Test
  void chargebacksOfTheDaysStandAgainstOrdersOfTheSameOrThePreviousDays() throws IOException {
    orders(4);
    lines.add(aTransaction("before").at("2025-12-31T00:00:00Z"));
    for (int i = 0; i < 2; i++) {
      disputes.add(aDispute("d-" + i).withoutLine());
      events.add(anEvent("d-" + i, EventType.OPENED).by(Actor.ISSUER));
    }
    disputes.add(aDispute("of a buyer").withoutLine());
    events.add(anEvent("of a buyer", EventType.OPENED).by(Actor.BUYER));
    events.add(anEvent("of a buyer", EventType.REFUNDED).by(Actor.ISSUER));

    List<ProgramBound> bounds =
        bounds(
            "P,a,CHARGEBACK_RATE,BELOW,0.015,2,31,,,,,note,url",
            "P,b,CHARGEBACK_RATE_OF_PREVIOUS_ORDERS,BELOW,0.015,100,31,,,,,note,url");

    assertThat(bounds).extracting(ProgramBound::numeratorCount).containsExactly(2L, 2L);
    assertThat(bounds).extracting(ProgramBound::denominatorCount).containsExactly(4L, 1L);
    assertThat(bounds)
        .extracting(ProgramBound::standing)
        .containsExactly(BoundStanding.BROKEN, BoundStanding.OK);
    assertThat(bounds.get(1).rate()).isEqualTo(2.0);
    assertThat(bounds.get(1).rateHigh()).isNull();
  }

  @Test
  void repliesAreThoseThatWereDue() throws IOException {
    disputes.add(aDispute("d-1").repliedAfter(Duration.ofHours(1)));
    disputes.add(aDispute("d-2").repliedAfter(Duration.ofHours(49)));

    ProgramBound bound = bounds("P,t,SELLER_RESPONSE_RATE,ABOVE,0.95,,31,,,,,note,url").get(0);

    assertThat(bound.numeratorCount()).isEqualTo(1);
    assertThat(bound.denominatorCount()).isEqualTo(2);
  }

  @Test
  void sellersWithFewOrdersAreLookedAtForLonger() throws IOException {
    orders(3);
    lines.add(aTransaction("older").order("older").at("2025-12-31T00:00:00Z"));
    disputes.add(
        aDispute("d")
            .line("older", "older")
            .ordered("2025-12-31T00:00:00Z")
            .ended(Outcome.BUYER_FAVOUR));

    List<ProgramBound> bounds =
        bounds(
            "P,a,CASE_LOST_RATE,AT_MOST,0.003,,31,60,3,,,note,url",
            "P,b,CASE_LOST_RATE,AT_MOST,0.003,,31,60,4,,,note,url");

    assertThat(bounds).extracting(ProgramBound::metricDays).containsExactly(31, 60);
    assertThat(bounds).extracting(ProgramBound::denominatorCount).containsExactly(3L, 4L);
    assertThat(bounds).extracting(ProgramBound::numeratorCount).containsExactly(0L, 1L);
  }

  @Test
  void boundsApplyFromTheirFirstToTheirLastDate() throws IOException {
    orders(1);

    List<ProgramBound> bounds =
        bounds(
            "P,always,CASE_LOST_RATE,AT_MOST,0.1,,31,,,,,note,url",
            "P,from today,CASE_LOST_RATE,AT_MOST,0.2,,31,,,2026-01-31,,note,url",
            "P,from tomorrow,CASE_LOST_RATE,AT_MOST,0.3,,31,,,2026-02-01,,note,url",
            "P,to today,CASE_LOST_RATE,AT_MOST,0.4,,31,,,,2026-01-31,note,url",
            "P,to yesterday,CASE_LOST_RATE,AT_MOST,0.5,,31,,,,2026-01-30,note,url");

    assertThat(bounds)
        .extracting(ProgramBound::tier)
        .containsExactlyInAnyOrder("always", "from today", "to today");
  }

  @Test
  void bundledBoundsHaveANoteASourceAndOneValueADate() {
    List<ProgramRule> rules = ProgramRules.bundled().rules();

    assertThat(rules).hasSizeGreaterThan(10).allMatch(rule -> rule.source().startsWith("http"));
    for (ProgramRule rule : rules) {
      assertThat(rules)
          .filteredOn(
              other ->
                  other.program().equals(rule.program())
                      && other.tier().equals(rule.tier())
                      && other.metric() == rule.metric()
                      && !isBefore(other, rule)
                      && !isBefore(rule, other))
          .as("%s", rule)
          .containsExactly(rule);
    }
  }

  private static boolean isBefore(ProgramRule one, ProgramRule other) {
    return one.validTo() != null
        && other.validFrom() != null
        && one.validTo().isBefore(other.validFrom());
  }

  private static TransactionExample arrived(String id, String delivered) {
    return aTransaction(id).promised("2026-01-10T00:00:00Z").delivered(delivered);
  }

  private static DisputeExample lost(DisputeExample dispute) {
    return dispute.put("cause_family", "NOT_RECEIVED");
  }

  private void orders(int count) {
    for (int i = 1; i <= count; i++) {
      lines.add(aTransaction("t-" + i).order("o-" + i));
    }
  }

  /** Of s-1. */
  private List<ProgramBound> bounds(String... rules) throws IOException {
    ProgramRules read = ProgramRules.read(new StringReader(HEADER + String.join("\n", rules)));
    Dataset<Row> rows =
        new ProgramBounds(
                JANUARY, new ReportingMoney("EUR"), read, new IntermediateRows(spark, folder))
            .from(
                rows(SellerScorecard.CONTRACT, List.of(seller())),
                OrderLines.of(
                    rows(
                        Transaction.CONTRACT,
                        TransactionExample.all(lines.toArray(TransactionExample[]::new))),
                    JANUARY.calendar()),
                rows(Dispute.CONTRACT, DisputeExample.all(disputes.toArray(DisputeExample[]::new))),
                rows(DisputeEvent.CONTRACT, EventExample.all(events.toArray(EventExample[]::new))));
    return ContractRows.records(rows, ProgramBound.CONTRACT).stream()
        .sorted(Comparator.comparing(ProgramBound::tier))
        .toList();
  }

  private <T extends Record> Dataset<Row> rows(Contract<T> contract, List<T> records) {
    return ContractRows.rows(spark, contract, records);
  }

  private static SellerScorecard seller() {
    return ContractRows.record(
        SellerScorecard.CONTRACT,
        Map.of(
            SellerScorecard.SELLER_ID,
            "s-1",
            SellerScorecard.RATING,
            Rating.AVERAGE,
            SellerScorecard.CURRENCY,
            "EUR",
            SellerScorecard.AS_OF_DATE,
            JANUARY.window().lastDate(),
            SellerScorecard.WINDOW_START_DATE,
            JANUARY.window().firstDate(),
            SellerScorecard.WINDOW_END_DATE,
            JANUARY.window().lastDate()));
  }
}
