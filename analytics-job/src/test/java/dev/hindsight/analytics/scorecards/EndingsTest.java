package dev.hindsight.analytics.scorecards;

import static dev.hindsight.analytics.Cohorts.JANUARY;
import static dev.hindsight.analytics.examples.DisputeExample.aDispute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.analytics.SparkTest;
import dev.hindsight.analytics.dataset.ContractRows;
import dev.hindsight.analytics.examples.DisputeExample;
import dev.hindsight.analytics.money.ReportingMoney;
import dev.hindsight.datasets.landed.Outcome;
import dev.hindsight.datasets.marts.Dispute;
import java.math.BigDecimal;
import java.time.Duration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class EndingsTest {
  private static final Duration PROMISE = Duration.ofHours(48);
  private static final Duration LATER = PROMISE.plusSeconds(1);

  private final SparkSession spark;

  EndingsTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void replyAfterExactly48HoursIsInTime() {
    Row endings =
        endings(aDispute("d-1").repliedAfter(PROMISE), aDispute("d-2").repliedAfter(LATER));

    assertThat(endings.<Long>getAs("replied_in_48h_count")).isEqualTo(1);
    assertThat(endings.<Long>getAs("reply_due_count")).isEqualTo(2);
  }

  @Test
  void disputeThatEndedUnansweredBefore48HoursIsNotDue() {
    Row endings =
        endings(
            aDispute("d-1").ended(Outcome.WITHDRAWN).resolvedAfter(PROMISE.minusSeconds(1)),
            aDispute("d-2").ended(Outcome.WITHDRAWN).resolvedAfter(PROMISE),
            aDispute("replied").repliedAfter(Duration.ZERO));

    assertThat(endings.<Long>getAs("replied_in_48h_count")).isEqualTo(1);
    assertThat(endings.<Long>getAs("reply_due_count")).isEqualTo(2);
  }

  @Test
  void replyToADisputeThatHadEndedSaysNothingAboutSpeed() {
    Row endings =
        endings(
            aDispute("d-1")
                .ended(Outcome.WITHDRAWN)
                .resolvedAfter(Duration.ofHours(10))
                .repliedAfter(Duration.ofHours(60)));

    assertThat(endings.<Long>getAs("reply_due_count")).isZero();
  }

  @Test
  void replyDatedBeforeTheOpeningIsNeitherInTimeNorDue() {
    Row endings =
        endings(aDispute("d-1").repliedAfter(Duration.ofHours(-1)).without("hours_to_first_reply"));

    assertThat(endings.<Long>getAs("reply_due_count")).isZero();
  }

  @Test
  void openDisputeIsDueOnceItHasWaited48HoursAtTheEndOfTheDate() {
    Row endings =
        endings(
            aDispute("waited").opened("2026-01-30T00:00:00Z"),
            aDispute("waits").opened("2026-01-30T00:00:01Z"),
            aDispute("replied").repliedAfter(Duration.ofHours(1)));

    assertThat(endings.<Long>getAs("reply_due_count")).isEqualTo(2);
  }

  @Test
  void stepsThatNobodyLogsAreAbsent() {
    Row endings = endings(aDispute("d-1"), aDispute("d-2"));

    assertThat(endings.<Long>getAs("replied_in_48h_count")).isNull();
    assertThat(endings.<Long>getAs("reply_due_count")).isNull();
    assertThat(endings.<Long>getAs("escalated_count")).isNull();
  }

  @Test
  void stepIsLoggedWhenAnyDisputeOfTheMarketplaceShowsIt() {
    Row endings = endings(aDispute("d-1"), aDispute("other").seller("s-2").escalated());

    assertThat(endings.<Long>getAs("escalated_count")).isZero();
    assertThat(endings.<Long>getAs("reply_due_count")).isNull();
  }

  @Test
  void onlyDisputesOpenedInTheWindowCountWhenEverOrdered() {
    Row endings =
        endings(
            aDispute("d-1").ordered("2025-06-01T00:00:00Z"),
            aDispute("d-2").opened("2025-12-31T23:59:59Z"),
            aDispute("d-3").withoutLine());

    assertThat(endings.<Long>getAs("open_count")).isEqualTo(2);
    assertThat(endings.<Long>getAs("unmatched_count")).isEqualTo(1);
  }

  @Test
  void refundsInOtherCurrenciesAreLeftOutAndCounted() {
    Row endings =
        endings(
            aDispute("d-1").amounts("10", "4.5", "EUR"),
            aDispute("d-2").amounts("10", "3", "USD"),
            aDispute("d-3").without("refunded_amount"));

    assertThat(endings.<BigDecimal>getAs("refunded_amount")).isEqualByComparingTo("4.5");
    assertThat(endings.<Long>getAs("unconverted_count")).isEqualTo(2);
  }

  @Test
  void moneyIsAbsentWhereNothingCouldBeSummed() {
    Row endings = endings(aDispute("d-1").amounts("10", "3", "USD"));

    assertThat(endings.<BigDecimal>getAs("refunded_amount")).isNull();
  }

  private Row endings(DisputeExample... disputes) {
    return new Endings(JANUARY, new ReportingMoney("EUR"))
        .from(ContractRows.rows(spark, Dispute.CONTRACT, DisputeExample.all(disputes)))
        .where("seller_id = 's-1'")
        .collectAsList()
        .get(0);
  }
}
