package dev.hindsight.analytics.disputes;

import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.examples.EventExample.anEvent;
import static dev.hindsight.datasets.landed.EventType.APPEALED;
import static dev.hindsight.datasets.landed.EventType.DECIDED;
import static dev.hindsight.datasets.landed.EventType.ESCALATED;
import static dev.hindsight.datasets.landed.EventType.OPENED;
import static dev.hindsight.datasets.landed.EventType.REFUNDED;
import static dev.hindsight.datasets.landed.EventType.REVIEW_STARTED;
import static dev.hindsight.datasets.landed.EventType.SELLER_REPLIED;
import static dev.hindsight.datasets.landed.EventType.WITHDRAWN;
import static dev.hindsight.datasets.marts.ProcessRule.DECISION_AFTER_REVIEW;
import static dev.hindsight.datasets.marts.ProcessRule.ESCALATED_AFTER_CHANCE_TO_REPLY;
import static dev.hindsight.datasets.marts.ProcessRule.FOLLOW_UP_AFTER_DECISION;
import static dev.hindsight.datasets.marts.ProcessRule.ONE_DECISION_UNLESS_APPEALED;
import static dev.hindsight.datasets.marts.ProcessRule.REFUND_WITHIN_DISPUTED_AMOUNT;
import static dev.hindsight.datasets.marts.ProcessRule.REPLY_WITHIN_48_HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.analytics.SparkTest;
import dev.hindsight.analytics.examples.EventExample;
import dev.hindsight.datasets.landed.EventType;
import dev.hindsight.datasets.landed.Outcome;
import dev.hindsight.datasets.marts.Dispute;
import dev.hindsight.datasets.marts.ProcessRule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** As of 31 January: what the dispute d did, beside another, old one that makes steps known. */
@SparkTest
class RuleChecksTest {
  private final DisputeRows disputes;

  RuleChecksTest(SparkSession spark) {
    this.disputes = new DisputeRows(spark);
  }

  @Test
  void replyIsDueAfter48Hours() {
    assertThat(states(on("01T00", OPENED), on("02T23", SELLER_REPLIED)))
        .containsEntry(REPLY_WITHIN_48_HOURS, "KEPT");
    assertThat(states(on("01T00", OPENED), on("03T01", SELLER_REPLIED)))
        .containsEntry(REPLY_WITHIN_48_HOURS, "VIOLATED");
    assertThat(states(on("01T00", OPENED), other(SELLER_REPLIED)))
        .containsEntry(REPLY_WITHIN_48_HOURS, "VIOLATED");
  }

  @Test
  void replyThatNobodyLogsIsUnknown() {
    assertThat(states(on("01T00", OPENED))).containsEntry(REPLY_WITHIN_48_HOURS, "UNKNOWN");
  }

  @Test
  void replyThatIsNotDueYetIsNotCheckedEvenIfItIsThere() {
    assertThat(states(on("31T00", OPENED), on("31T01", SELLER_REPLIED)))
        .doesNotContainKey(REPLY_WITHIN_48_HOURS);
  }

  @Test
  void disputeThatEndsUnansweredBeforeNeedsNoReply() {
    assertThat(states(on("01T00", OPENED), on("02T00", WITHDRAWN), other(SELLER_REPLIED)))
        .doesNotContainKey(REPLY_WITHIN_48_HOURS);
  }

  @Test
  void escalationWaitsForTheReplyOr48Hours() {
    assertThat(states(on("01T00", OPENED), on("01T05", SELLER_REPLIED), on("01T06", ESCALATED)))
        .containsEntry(ESCALATED_AFTER_CHANCE_TO_REPLY, "KEPT");
    assertThat(states(on("01T00", OPENED), on("03T00", ESCALATED)))
        .containsEntry(ESCALATED_AFTER_CHANCE_TO_REPLY, "KEPT");
    assertThat(states(on("01T00", OPENED), on("01T06", ESCALATED), other(SELLER_REPLIED)))
        .containsEntry(ESCALATED_AFTER_CHANCE_TO_REPLY, "VIOLATED");
  }

  @Test
  void escalationAtTheInstantOfTheOpeningTellsOnlyTheDate() {
    assertThat(states(on("01T00", OPENED), on("01T00", ESCALATED), other(SELLER_REPLIED)))
        .containsEntry(ESCALATED_AFTER_CHANCE_TO_REPLY, "UNKNOWN");
  }

  @Test
  void decisionFollowsAReview() {
    assertThat(
            states(
                on("01T00", OPENED),
                on("02T00", REVIEW_STARTED),
                decided("03T00", Outcome.SELLER_FAVOUR)))
        .containsEntry(DECISION_AFTER_REVIEW, "KEPT");
    assertThat(
            states(
                on("01T00", OPENED),
                decided("02T00", Outcome.SELLER_FAVOUR),
                on("03T00", REVIEW_STARTED)))
        .containsEntry(DECISION_AFTER_REVIEW, "VIOLATED");
    assertThat(states(on("01T00", OPENED), decided("02T00", Outcome.SELLER_FAVOUR)))
        .containsEntry(DECISION_AFTER_REVIEW, "UNKNOWN");
  }

  @Test
  void decisionForTheBuyerIsFollowedWithin14Days() {
    EventExample decision = decided("02T00", Outcome.BUYER_FAVOUR);

    assertThat(states(on("01T00", OPENED), decision, on("16T00", REFUNDED)))
        .containsEntry(FOLLOW_UP_AFTER_DECISION, "KEPT");
    assertThat(states(on("01T00", OPENED), decision, on("16T01", REFUNDED)))
        .containsEntry(FOLLOW_UP_AFTER_DECISION, "VIOLATED");
    assertThat(states(on("01T00", OPENED), decision))
        .containsEntry(FOLLOW_UP_AFTER_DECISION, "UNKNOWN");
    assertThat(states(on("01T00", OPENED), decided("20T00", Outcome.PARTIAL), other(REFUNDED)))
        .doesNotContainKey(FOLLOW_UP_AFTER_DECISION);
    assertThat(
            states(on("01T00", OPENED), decided("02T00", Outcome.SELLER_FAVOUR), other(REFUNDED)))
        .doesNotContainKey(FOLLOW_UP_AFTER_DECISION);
  }

  @Test
  void refundIsNoMoreThanWasDisputed() {
    EventExample opening = on("01T00", OPENED).amount("10.00", "EUR");

    assertThat(states(opening, on("02T00", REFUNDED).amount("10.00", "EUR")))
        .containsEntry(REFUND_WITHIN_DISPUTED_AMOUNT, "KEPT");
    assertThat(states(opening, on("02T00", REFUNDED).amount("10.01", "EUR")))
        .containsEntry(REFUND_WITHIN_DISPUTED_AMOUNT, "VIOLATED");
    assertThat(states(opening, on("02T00", REFUNDED).amount("10.00", "USD")))
        .containsEntry(REFUND_WITHIN_DISPUTED_AMOUNT, "UNKNOWN");
    assertThat(states(opening)).doesNotContainKey(REFUND_WITHIN_DISPUTED_AMOUNT);
  }

  @Test
  void secondDecisionNeedsAnAppeal() {
    EventExample first = decided("02T00", Outcome.SELLER_FAVOUR);
    EventExample second = decided("04T00", Outcome.BUYER_FAVOUR);

    assertThat(states(on("01T00", OPENED), first))
        .containsEntry(ONE_DECISION_UNLESS_APPEALED, "KEPT");
    assertThat(states(on("01T00", OPENED), first, on("03T00", APPEALED), second))
        .containsEntry(ONE_DECISION_UNLESS_APPEALED, "KEPT");
    assertThat(states(on("01T00", OPENED), first, second, on("05T00", APPEALED)))
        .containsEntry(ONE_DECISION_UNLESS_APPEALED, "VIOLATED");
    assertThat(states(on("01T00", OPENED), first, second))
        .containsEntry(ONE_DECISION_UNLESS_APPEALED, "UNKNOWN");
  }

  @Test
  void disputeNamesItsViolations() {
    Dispute dispute =
        disputes.only(
            on("01T00", OPENED).amount("10.00", "EUR"),
            on("04T00", SELLER_REPLIED),
            on("05T00", REFUNDED).amount("12.00", "EUR"));

    assertThat(dispute.violations())
        .containsExactly(REPLY_WITHIN_48_HOURS, REFUND_WITHIN_DISPUTED_AMOUNT);
    assertThat(dispute.violationCount()).isEqualTo(2);
  }

  @Test
  void disputeThatKeepsToTheRulesNamesNone() {
    Dispute dispute = disputes.only(on("01T00", OPENED), on("01T05", SELLER_REPLIED));

    assertThat(dispute.violations()).isEmpty();
    assertThat(dispute.violationCount()).isZero();
  }

  private Map<ProcessRule, String> states(EventExample... events) {
    EventExample[] all =
        Stream.concat(Arrays.stream(events), Stream.of(other(OPENED))).toArray(EventExample[]::new);
    List<Row> checks =
        disputes
            .checked(List.of(), all)
            .where(col(Dispute.DISPUTE_ID).equalTo("d"))
            .select(col(RuleChecks.CHECKS))
            .head()
            .getList(0);
    Map<ProcessRule, String> states = new TreeMap<>();
    checks.forEach(
        check -> states.put(ProcessRule.valueOf(check.getString(0)), check.getString(1)));
    return states;
  }

  private static EventExample on(String dayAndHour, EventType type) {
    return anEvent("d", type).at("2026-01-" + dayAndHour + ":00:00Z");
  }

  private static EventExample decided(String dayAndHour, Outcome outcome) {
    return on(dayAndHour, DECIDED).outcome(outcome);
  }

  private static EventExample other(EventType type) {
    return anEvent("another", type).at("2025-12-01T00:00:00Z");
  }
}
