package dev.hindsight.analytics.disputes;

import static dev.hindsight.analytics.examples.EventExample.anEvent;
import static dev.hindsight.datasets.landed.EventType.APPEALED;
import static dev.hindsight.datasets.landed.EventType.CLOSED;
import static dev.hindsight.datasets.landed.EventType.DECIDED;
import static dev.hindsight.datasets.landed.EventType.ESCALATED;
import static dev.hindsight.datasets.landed.EventType.OPENED;
import static dev.hindsight.datasets.landed.EventType.REFUNDED;
import static dev.hindsight.datasets.landed.EventType.REOPENED;
import static dev.hindsight.datasets.landed.EventType.SELLER_OFFERED;
import static dev.hindsight.datasets.landed.EventType.SELLER_REPLIED;
import static dev.hindsight.datasets.landed.EventType.SELLER_RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.analytics.SparkTest;
import dev.hindsight.analytics.examples.EventExample;
import dev.hindsight.datasets.landed.EventType;
import dev.hindsight.datasets.landed.Outcome;
import dev.hindsight.datasets.marts.Dispute;
import java.time.Instant;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class DisputeOutcomesTest {
  private final DisputeRows disputes;

  DisputeOutcomesTest(SparkSession spark) {
    this.disputes = new DisputeRows(spark);
  }

  @Test
  void disputeWithoutSettlementIsOpen() {
    Dispute dispute = disputes.only(on(1, OPENED), on(2, SELLER_REPLIED), on(3, ESCALATED));

    assertThat(dispute.outcome()).isEqualTo(Outcome.OPEN);
    assertThat(dispute.resolvedAt()).isNull();
    assertThat(dispute.hoursToResolution()).isNull();
    assertThat(dispute.firstReplyAt()).isEqualTo(day(2));
    assertThat(dispute.hoursToFirstReply()).isEqualTo(24.0);
    assertThat(dispute.escalatedAt()).isEqualTo(day(3));
    assertThat(dispute.observedSteps()).containsExactly(1, 2, 3);
    assertThat(dispute.eventCount()).isEqualTo(3);
  }

  @Test
  void disputeWithoutLoggedOpeningStartsWithItsFirstEvent() {
    Dispute dispute = disputes.only(on(3, ESCALATED), on(5, SELLER_OFFERED));

    assertThat(dispute.openedAt()).isEqualTo(day(3));
    assertThat(dispute.causeCode()).isNull();
    assertThat(dispute.cause()).isEqualTo("UNMAPPED");
    assertThat(dispute.observedSteps()).containsExactly(2, 3);
  }

  @Test
  void settlementByTheSellerEndsIt() {
    Dispute dispute = disputes.only(on(1, OPENED), on(3, SELLER_RESOLVED));

    assertThat(dispute.outcome()).isEqualTo(Outcome.ACCEPTED_BY_SELLER);
    assertThat(dispute.resolvedAt()).isEqualTo(day(3));
    assertThat(dispute.hoursToResolution()).isEqualTo(48.0);
    assertThat(dispute.firstReplyAt()).isEqualTo(day(3));
    assertThat(dispute.decidedAt()).isNull();
  }

  @Test
  void withdrawalEndsIt() {
    Dispute dispute = disputes.only(on(1, OPENED), on(2, EventType.WITHDRAWN));

    assertThat(dispute.outcome()).isEqualTo(Outcome.WITHDRAWN);
    assertThat(dispute.observedSteps()).containsExactly(1);
  }

  @Test
  void decisionGivesItsOutcome() {
    Dispute dispute = disputes.only(on(1, OPENED), on(4, DECIDED).outcome(Outcome.PARTIAL));

    assertThat(dispute.outcome()).isEqualTo(Outcome.PARTIAL);
    assertThat(dispute.decidedAt()).isEqualTo(day(4));
    assertThat(dispute.resolvedAt()).isEqualTo(day(4));
  }

  @Test
  void latestSettlementStands() {
    Dispute dispute =
        disputes.only(
            on(1, OPENED),
            on(2, SELLER_RESOLVED),
            on(4, DECIDED).outcome(Outcome.SELLER_FAVOUR),
            on(6, DECIDED).outcome(Outcome.BUYER_FAVOUR));

    assertThat(dispute.outcome()).isEqualTo(Outcome.BUYER_FAVOUR);
    assertThat(dispute.decidedAt()).isEqualTo(day(6));
  }

  @Test
  void reopenedDisputeIsOpenAgain() {
    Dispute dispute =
        disputes.only(on(1, OPENED), on(2, SELLER_RESOLVED), on(3, CLOSED), on(5, REOPENED));

    assertThat(dispute.outcome()).isEqualTo(Outcome.OPEN);
    assertThat(dispute.resolvedAt()).isNull();
    assertThat(dispute.closedAt()).isNull();
    assertThat(dispute.reopenedCount()).isEqualTo(1);
  }

  @Test
  void appealedDecisionNoLongerStands() {
    Dispute dispute =
        disputes.only(on(1, OPENED), on(2, DECIDED).outcome(Outcome.BUYER_FAVOUR), on(3, APPEALED));

    assertThat(dispute.outcome()).isEqualTo(Outcome.OPEN);
    assertThat(dispute.decidedAt()).isNull();
  }

  @Test
  void closingAfterAnAppealKeepsTheDecision() {
    Dispute dispute =
        disputes.only(
            on(1, OPENED),
            on(2, DECIDED).outcome(Outcome.BUYER_FAVOUR),
            on(3, APPEALED),
            on(5, CLOSED));

    assertThat(dispute.outcome()).isEqualTo(Outcome.BUYER_FAVOUR);
    assertThat(dispute.decidedAt()).isEqualTo(day(2));
    assertThat(dispute.resolvedAt()).isEqualTo(day(5));
    assertThat(dispute.closedAt()).isEqualTo(day(5));
  }

  @Test
  void plainClosingWithARefundWasAcceptedByTheSeller() {
    Dispute dispute = disputes.only(on(1, OPENED), on(2, REFUNDED).amount("5.00"), on(3, CLOSED));

    assertThat(dispute.outcome()).isEqualTo(Outcome.ACCEPTED_BY_SELLER);
    assertThat(dispute.resolvedAt()).isEqualTo(day(3));
    assertThat(dispute.refundedAt()).isEqualTo(day(2));
  }

  @Test
  void plainClosingWithoutARefundWasWithdrawn() {
    assertThat(disputes.only(on(1, OPENED), on(3, CLOSED)).outcome()).isEqualTo(Outcome.WITHDRAWN);
  }

  @Test
  void closingDoesNotMoveTheInstantOfTheSettlement() {
    Dispute dispute =
        disputes.only(on(1, OPENED), on(2, DECIDED).outcome(Outcome.SELLER_FAVOUR), on(9, CLOSED));

    assertThat(dispute.resolvedAt()).isEqualTo(day(2));
    assertThat(dispute.closedAt()).isEqualTo(day(9));
  }

  @Test
  void eventsOfOneInstantFollowTheProcessAndNotTheirIds() {
    Dispute dispute =
        disputes.only(
            on(1, OPENED).id("z"),
            on(1, CLOSED).id("a"),
            on(1, DECIDED).id("b").outcome(Outcome.PARTIAL),
            on(1, REOPENED).id("y"));

    assertThat(dispute.outcome()).isEqualTo(Outcome.PARTIAL);
    assertThat(dispute.closedAt()).isEqualTo(day(1));
  }

  @Test
  void eventsAfterTheAsOfDateAreNotKnownYet() {
    Dispute dispute =
        disputes.only(
            on(1, OPENED),
            anEvent("d-1", DECIDED).at("2026-02-01T00:00:00Z").outcome(Outcome.PARTIAL));

    assertThat(dispute.outcome()).isEqualTo(Outcome.OPEN);
    assertThat(dispute.eventCount()).isEqualTo(1);
  }

  @Test
  void lastInstantOfTheAsOfDateIsStillPartOfIt() {
    Dispute dispute =
        disputes.only(
            on(1, OPENED),
            anEvent("d-1", DECIDED).at("2026-01-31T23:59:59.999999Z").outcome(Outcome.PARTIAL));

    assertThat(dispute.outcome()).isEqualTo(Outcome.PARTIAL);
  }

  @Test
  void durationsAreAbsentWhereTheClocksDisagree() {
    Dispute dispute = disputes.only(on(5, OPENED), on(4, SELLER_RESOLVED));

    assertThat(dispute.hoursToFirstReply()).isNull();
    assertThat(dispute.hoursToResolution()).isNull();
    assertThat(dispute.resolvedAt()).isEqualTo(day(4));
  }

  private static EventExample on(int day, EventType type) {
    return anEvent("d-1", type).at(day(day).toString());
  }

  private static Instant day(int day) {
    return Instant.parse("2026-01-%02dT00:00:00Z".formatted(day));
  }
}
