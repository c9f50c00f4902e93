package dev.hindsight.analytics.scorecards;

import static dev.hindsight.analytics.Cohorts.JANUARY;
import static dev.hindsight.analytics.examples.DisputeExample.aDispute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.analytics.SparkTest;
import dev.hindsight.analytics.dataset.ContractRows;
import dev.hindsight.analytics.examples.DisputeExample;
import dev.hindsight.datasets.landed.Outcome;
import dev.hindsight.datasets.marts.Dispute;
import java.time.Duration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@SparkTest
class WaitsTest {
  private final SparkSession spark;

  WaitsTest(SparkSession spark) {
    this.spark = spark;
  }

  /** The example of DECISIONS.md: open disputes count for as long as they have been open. */
  @Test
  void openDisputesAreStillWaitedFor() {
    assertThat(
            hoursToResolution(
                resolved("d-1", 1),
                resolved("d-2", 2),
                resolved("d-3", 3),
                resolved("d-4", 5),
                openFor("d-5", 1),
                openFor("d-6", 2),
                openFor("d-7", 3),
                openFor("d-8", 3)))
        .isEqualTo(5 * 24.0);
  }

  @Test
  void medianIsAbsentWhileMoreThanHalfWait() {
    assertThat(hoursToResolution(resolved("d-1", 1), openFor("d-2", 2), openFor("d-3", 2)))
        .isNull();
  }

  @Test
  void whatEndedWithoutAReplyWasNeverRepliedTo() {
    assertThat(
            hoursToFirstReply(
                aDispute("d-1").repliedAfter(Duration.ofHours(10)),
                resolved("d-2", 1),
                aDispute("d-3").repliedAfter(Duration.ofHours(30))))
        .isEqualTo(30.0);
    assertThat(
            hoursToFirstReply(
                aDispute("d-1").repliedAfter(Duration.ofHours(10)),
                resolved("d-2", 1),
                resolved("d-3", 1)))
        .isNull();
  }

  @Test
  void replyDatedBeforeTheOpeningIsLeftOut() {
    assertThat(
            hoursToFirstReply(
                aDispute("d-1").repliedAfter(Duration.ofHours(10)),
                aDispute("d-2").repliedAfter(Duration.ofHours(-1)).without("hours_to_first_reply"),
                aDispute("d-3").repliedAfter(Duration.ofHours(-1)).without("hours_to_first_reply")))
        .isEqualTo(10.0);
  }

  @Test
  void repliesThatNobodyLogsAreUnknown() {
    assertThat(hoursToFirstReply(resolved("d-1", 1))).isNull();
    assertThat(hoursToResolution(resolved("d-1", 1))).isEqualTo(24.0);
  }

  @Test
  void onlyDisputesOpenedInTheWindowAreWaitedFor() {
    assertThat(
            hoursToResolution(
                resolved("d-1", 1),
                aDispute("d-2").opened("2025-12-31T23:59:59Z"),
                aDispute("d-3").opened("2025-12-31T23:59:59Z")))
        .isEqualTo(24.0);
  }

  private static DisputeExample resolved(String id, int days) {
    return aDispute(id)
        .ended(Outcome.BUYER_FAVOUR)
        .resolvedAfter(Duration.ofDays(days))
        .put("hours_to_resolution", days * 24.0);
  }

  /** January ends with the 31st. */
  private static DisputeExample openFor(String id, int days) {
    return aDispute(id).opened("2026-01-%02dT00:00:00Z".formatted(32 - days));
  }

  private @Nullable Double hoursToFirstReply(DisputeExample... examples) {
    return row(examples).getAs("median_hours_to_first_reply");
  }

  private @Nullable Double hoursToResolution(DisputeExample... examples) {
    return row(examples).getAs("median_hours_to_resolution");
  }

  private Row row(DisputeExample... examples) {
    return new Waits(JANUARY)
        .from(ContractRows.rows(spark, Dispute.CONTRACT, DisputeExample.all(examples)))
        .first();
  }
}
