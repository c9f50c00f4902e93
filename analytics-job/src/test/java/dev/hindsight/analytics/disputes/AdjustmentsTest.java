package dev.hindsight.analytics.disputes;

import static dev.hindsight.analytics.examples.EventExample.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.analytics.SparkTest;
import dev.hindsight.analytics.dataset.ContractRows;
import dev.hindsight.datasets.landed.Adjustment;
import dev.hindsight.datasets.landed.EventType;
import dev.hindsight.datasets.marts.Dispute;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class AdjustmentsTest {
  private static final LocalDate AS_OF = LocalDate.parse("2026-01-31");

  private final SparkSession spark;

  AdjustmentsTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void acceptedObjectionStandsBesideItsDispute() {
    Dispute dispute =
        new DisputeRows(spark)
            .adjusted(
                List.of(accepted("d-1", "2026-01-31T23:59:59Z")), anEvent("d-1", EventType.OPENED));

    assertThat(dispute.isAdjusted()).isTrue();
    assertThat(dispute.adjustmentReason()).isEqualTo("CARRIER_STRIKE");
    assertThat(dispute.adjustedAt()).isEqualTo("2026-01-31T23:59:59Z");
  }

  @Test
  void objectionAcceptedAfterTheDateIsNotKnownYet() {
    Dispute dispute =
        new DisputeRows(spark)
            .adjusted(
                List.of(accepted("d-1", "2026-02-01T00:00:00Z")), anEvent("d-1", EventType.OPENED));

    assertThat(dispute.isAdjusted()).isFalse();
    assertThat(dispute.adjustmentReason()).isNull();
    assertThat(dispute.adjustedAt()).isNull();
  }

  @Test
  void theDateEndsInTheReportingTimeZone() {
    Dispute dispute =
        new DisputeRows(spark, AS_OF, ZoneId.of("America/Sao_Paulo"))
            .adjusted(
                List.of(accepted("d-1", "2026-02-01T02:59:59Z")), anEvent("d-1", EventType.OPENED));

    assertThat(dispute.isAdjusted()).isTrue();
  }

  @Test
  void withoutAdjustmentsNothingIsAdjusted() {
    assertThat(new DisputeRows(spark).only(anEvent("d-1", EventType.OPENED)).isAdjusted())
        .isFalse();
  }

  @Test
  void adjustmentsOfUnknownDisputesAreFound() {
    Dataset<Row> disputes =
        new DisputeRows(spark).checked(List.of(), anEvent("d-1", EventType.OPENED));
    Dataset<Row> adjustments =
        ContractRows.rows(
            spark,
            Adjustment.CONTRACT,
            List.of(
                accepted("d-1", "2026-01-20T00:00:00Z"),
                accepted("d-2", "2026-01-20T00:00:00Z"),
                accepted("later", "2026-02-20T00:00:00Z")));

    Dataset<Row> unknown =
        Adjustments.ofUnknownDisputes(
            adjustments, disputes, AS_OF.plusDays(1).atStartOfDay(ZoneId.of("UTC")).toInstant());

    assertThat(ContractRows.records(unknown, Adjustment.CONTRACT))
        .extracting(Adjustment::disputeId)
        .containsExactly("d-2");
  }

  private static Adjustment accepted(String dispute, String decidedAt) {
    return new Adjustment(dispute, "CARRIER_STRIKE", Instant.parse(decidedAt), 1, 2);
  }
}
