package dev.hindsight.analytics.disputes;

import static dev.hindsight.analytics.examples.EventExample.anEvent;
import static dev.hindsight.analytics.examples.TransactionExample.aTransaction;
import static dev.hindsight.datasets.landed.EventType.OPENED;
import static dev.hindsight.datasets.landed.EventType.SELLER_REPLIED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.analytics.SparkTest;
import dev.hindsight.analytics.examples.EventExample;
import dev.hindsight.analytics.examples.TransactionExample;
import dev.hindsight.datasets.landed.FulfilledBy;
import dev.hindsight.datasets.marts.AccountableParty;
import dev.hindsight.datasets.marts.Dispute;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SparkTest
class DisputesTest {
  private final SparkSession spark;
  private final DisputeRows disputes;

  DisputesTest(SparkSession spark) {
    this.spark = spark;
    this.disputes = new DisputeRows(spark);
  }

  @Test
  void knownCauseBringsItsFamily() {
    Dispute dispute = disputes.only(opening().cause("LATE_DELIVERY"));

    assertThat(dispute.cause()).isEqualTo("LATE_DELIVERY");
    assertThat(dispute.causeFamily()).isEqualTo("LATE");
  }

  @Test
  void unknownCauseIsUnmappedAndKeepsItsCode() {
    Dispute dispute = disputes.only(opening().cause("13.1"));

    assertThat(dispute.cause()).isEqualTo("UNMAPPED");
    assertThat(dispute.causeCode()).isEqualTo("13.1");
    assertThat(dispute.causeFamily()).isEqualTo("UNMAPPED");
    assertThat(dispute.accountableParty()).isEqualTo(AccountableParty.NOBODY);
  }

  @ParameterizedTest
  @CsvSource({
    "LATE_DELIVERY, SELLER, SELLER",
    "LATE_DELIVERY, MARKETPLACE, MARKETPLACE",
    "DEFECTIVE, MARKETPLACE, SELLER",
    "LATE_DELIVERY, , SELLER",
    "LOST_BY_CARRIER, SELLER, CARRIER"
  })
  void accountablePartyDependsOnCauseAndOnWhoShipped(
      String cause, FulfilledBy fulfilledBy, AccountableParty party) {
    TransactionExample line = aTransaction("t-1");
    if (fulfilledBy != null) {
      line.fulfilledBy(fulfilledBy);
    }

    assertThat(disputes.only(line, opening().cause(cause)).accountableParty()).isEqualTo(party);
  }

  @Test
  void lineBringsItsOrderAndItsAttributes() {
    Dispute dispute =
        disputes.only(
            aTransaction("t-1").order("o-7").category("books").sku("B-12"),
            opening().category("from the event"));

    assertThat(dispute.isTransactionFound()).isTrue();
    assertThat(dispute.orderId()).isEqualTo("o-7");
    assertThat(dispute.sku()).isEqualTo("B-12");
    assertThat(dispute.category()).isEqualTo("books");
    assertThat(dispute.orderedDate()).isEqualTo("2026-01-01");
  }

  @Test
  void categoryIsTheEventsWithoutALine() {
    Dispute dispute = disputes.only(opening().category("from the event"));

    assertThat(dispute.isTransactionFound()).isFalse();
    assertThat(dispute.orderedDate()).isNull();
    assertThat(dispute.category()).isEqualTo("from the event");
  }

  @Test
  void categoryIsUnknownWhereNobodyKnowsIt() {
    assertThat(disputes.only(opening()).category()).isEqualTo("UNKNOWN");
  }

  @Test
  void lineOfAnotherSellerIsNotIts() {
    Dispute dispute = disputes.only(aTransaction("t-1").seller("s-2"), opening());

    assertThat(dispute.isTransactionFound()).isFalse();
    assertThat(dispute.sellerId()).isEqualTo("s-1");
  }

  @Test
  void lineOrderedAfterTheOpeningIsNotIts() {
    Dispute dispute = disputes.only(aTransaction("t-1").at("2026-01-10T00:00:01Z"), opening());

    assertThat(dispute.isTransactionFound()).isFalse();
  }

  @Test
  void lineOrderedAtTheInstantOfTheOpeningIsIts() {
    Dispute dispute = disputes.only(aTransaction("t-1").at("2026-01-10T00:00:00Z"), opening());

    assertThat(dispute.isTransactionFound()).isTrue();
  }

  @Test
  void latestOfSeveralLinesOfAnIdIsIts() {
    List<Dispute> found =
        disputes.of(
            TransactionExample.all(
                aTransaction("t-1").order("first").at("2026-01-03T00:00:00Z"),
                aTransaction("t-1").order("latest before").at("2026-01-08T00:00:00Z"),
                aTransaction("t-1").order("after").at("2026-01-12T00:00:00Z")),
            opening());

    assertThat(found).extracting(Dispute::orderId).containsExactly("latest before");
  }

  @Test
  void sellerAndLineAreTheFirstThatAnyEventNames() {
    Dispute dispute =
        disputes.only(
            aTransaction("t-1"),
            anEvent("d-1", OPENED).at("2026-01-10T00:00:00Z"),
            anEvent("d-1", SELLER_REPLIED).about("t-1").at("2026-01-11T00:00:00Z"));

    assertThat(dispute.transactionId()).isEqualTo("t-1");
    assertThat(dispute.isTransactionFound()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    // Berlin is one hour ahead of UTC in winter, two in summer; it changed on 29 March 2026.
    "2026-03-28T22:59:59Z, 2026-03-28",
    "2026-03-28T23:00:00Z, 2026-03-29",
    "2026-03-29T21:59:59Z, 2026-03-29",
    "2026-03-29T22:00:00Z, 2026-03-30"
  })
  void datesAreThoseOfTheReportingTimeZone(String openedAt, LocalDate openedDate) {
    DisputeRows inBerlin =
        new DisputeRows(spark, LocalDate.parse("2026-03-31"), ZoneId.of("Europe/Berlin"));

    Dispute dispute = inBerlin.only(anEvent("d-1", OPENED).at(openedAt));

    assertThat(dispute.openedAt()).isEqualTo(Instant.parse(openedAt));
    assertThat(dispute.openedDate()).isEqualTo(openedDate);
    assertThat(dispute.openedMonth()).isEqualTo("2026-03-01");
  }

  @Test
  void asOfDateEndsInTheReportingTimeZone() {
    DisputeRows inBerlin =
        new DisputeRows(spark, LocalDate.parse("2026-03-29"), ZoneId.of("Europe/Berlin"));

    List<Dispute> known =
        inBerlin.of(
            List.of(),
            anEvent("in time", OPENED).at("2026-03-29T21:59:59Z"),
            anEvent("too late", OPENED).at("2026-03-29T22:00:00Z"));

    assertThat(known).extracting(Dispute::disputeId).containsExactly("in time");
  }

  private static EventExample opening() {
    return anEvent("d-1", OPENED).about("t-1").at("2026-01-10T00:00:00Z");
  }
}
