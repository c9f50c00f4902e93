package dev.hindsight.analytics.disputes;

import static dev.hindsight.analytics.examples.EventExample.anEvent;
import static dev.hindsight.analytics.examples.TransactionExample.aTransaction;
import static dev.hindsight.datasets.landed.EventType.OPENED;
import static dev.hindsight.datasets.landed.EventType.REFUNDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.analytics.SparkTest;
import dev.hindsight.analytics.examples.EventExample;
import dev.hindsight.datasets.marts.Dispute;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class DisputeMoneyTest {
  private final DisputeRows disputes;

  DisputeMoneyTest(SparkSession spark) {
    this.disputes = new DisputeRows(spark);
  }

  @Test
  void nothingRefundedIsZero() {
    Dispute dispute = disputes.only(opening().amount("10.00", "EUR"));

    assertThat(dispute.disputedAmount()).isEqualByComparingTo("10");
    assertThat(dispute.refundedAmount()).isEqualByComparingTo("0");
    assertThat(dispute.currency()).isEqualTo("EUR");
  }

  @Test
  void refundsAddUp() {
    Dispute dispute =
        disputes.only(
            opening().amount("10.00", "EUR"),
            refund("r-1").amount("2.50", "EUR"),
            refund("r-2").amount("3.125", "EUR"));

    assertThat(dispute.refundedAmount()).isEqualByComparingTo("5.625");
  }

  @Test
  void refundWithoutAmountMakesTheSumUnknown() {
    Dispute dispute =
        disputes.only(
            opening().amount("10.00", "EUR"), refund("r-1").amount("2.50", "EUR"), refund("r-2"));

    assertThat(dispute.refundedAmount()).isNull();
    assertThat(dispute.refundedAt()).isNotNull();
  }

  @Test
  void refundInAnotherCurrencyIsNeverAddedUp() {
    Dispute dispute =
        disputes.only(
            opening().amount("10.00", "EUR"),
            refund("r-1").amount("2.50", "EUR"),
            refund("r-2").amount("2.50", "USD"));

    assertThat(dispute.refundedAmount()).isNull();
  }

  @Test
  void refundsAreKnownWhereWhatWasDisputedIsNot() {
    Dispute dispute =
        disputes.only(
            opening(), refund("r-1").amount("2.50", "USD"), refund("r-2").amount("1.00", "USD"));

    assertThat(dispute.disputedAmount()).isNull();
    assertThat(dispute.currency()).isEqualTo("USD");
    assertThat(dispute.refundedAmount()).isEqualByComparingTo("3.5");
  }

  @Test
  void amountIsTheLinesWhereTheOpeningHasNone() {
    Dispute dispute =
        disputes.only(
            aTransaction("t-1").amount("19.99", "CHF"),
            opening(),
            refund("r-1").amount("4.00", "CHF"));

    assertThat(dispute.disputedAmount()).isEqualByComparingTo("19.99");
    assertThat(dispute.currency()).isEqualTo("CHF");
    assertThat(dispute.refundedAmount()).isEqualByComparingTo("4");
  }

  @Test
  void amountOfTheOpeningGoesBeforeTheLines() {
    Dispute dispute =
        disputes.only(aTransaction("t-1").amount("19.99", "CHF"), opening().amount("7.00", "EUR"));

    assertThat(dispute.disputedAmount()).isEqualByComparingTo("7");
    assertThat(dispute.currency()).isEqualTo("EUR");
  }

  @Test
  void amountIsAbsentWhereNobodyKnowsOne() {
    Dispute dispute = disputes.only(opening());

    assertThat(dispute.disputedAmount()).isNull();
    assertThat(dispute.currency()).isNull();
    assertThat(dispute.refundedAmount()).isEqualByComparingTo("0");
  }

  private static EventExample opening() {
    return anEvent("d-1", OPENED).about("t-1").at("2026-01-02T00:00:00Z");
  }

  private static EventExample refund(String id) {
    return anEvent("d-1", REFUNDED).id(id).at("2026-01-03T00:00:00Z");
  }
}
