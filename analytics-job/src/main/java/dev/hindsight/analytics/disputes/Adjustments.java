package dev.hindsight.analytics.disputes;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.enriched;
import static dev.hindsight.analytics.dataset.Columns.names;
import static dev.hindsight.analytics.dataset.Columns.with;
import static org.apache.spark.sql.functions.lit;

import dev.hindsight.analytics.time.ReportingCalendar;
import dev.hindsight.datasets.landed.Adjustment;
import dev.hindsight.datasets.marts.Dispute;
import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The objections that the marketplace had accepted by the end of a date. */
public record Adjustments(LocalDate asOfDate, ReportingCalendar calendar) {

  /**
   * Every dispute, and whether it is adjusted.
   *
   * @param adjustments latest row of each dispute
   */
  Dataset<Row> beside(Dataset<Row> disputes, Dataset<Row> adjustments) {
    Dataset<Row> accepted =
        known(adjustments)
            .select(
                as(Dispute.DISPUTE_ID, col(Adjustment.DISPUTE_ID)),
                as(Dispute.ADJUSTMENT_REASON, col(Adjustment.REASON)),
                as(Dispute.ADJUSTED_AT, col(Adjustment.DECIDED_AT)));
    return with(
        enriched(disputes, accepted, Dispute.DISPUTE_ID),
        Dispute.IS_ADJUSTED,
        col(Dispute.ADJUSTED_AT).isNotNull());
  }

  /** Those of disputes that nothing is known of by the date. */
  public Dataset<Row> ofUnknownDisputes(Dataset<Row> adjustments, Dataset<Row> disputes) {
    return known(adjustments).join(disputes, names(Dispute.DISPUTE_ID), "left_anti");
  }

  private Dataset<Row> known(Dataset<Row> adjustments) {
    return adjustments.where(col(Adjustment.DECIDED_AT).lt(lit(calendar.endOf(asOfDate))));
  }
}
