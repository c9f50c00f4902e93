package dev.hindsight.analytics.disputes;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.enriched;
import static dev.hindsight.analytics.dataset.Columns.names;
import static dev.hindsight.analytics.dataset.Columns.with;
import static org.apache.spark.sql.functions.lit;

import dev.hindsight.datasets.landed.Adjustment;
import dev.hindsight.datasets.marts.Dispute;
import java.time.Instant;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The objections that the marketplace had accepted. */
public final class Adjustments {
  private Adjustments() {}

  /**
   * Every dispute, and whether it is adjusted as of its date.
   *
   * @param adjustments latest row of each dispute
   */
  static Dataset<Row> beside(Dataset<Row> disputes, Dataset<Row> adjustments, AsOfDates dates) {
    Dataset<Row> accepted =
        dates
            .known(adjustments, Adjustment.DECIDED_AT, Adjustment.DISPUTE_ID)
            .transform(dates::ofEachDate)
            .select(
                col(Dispute.AS_OF_DATE),
                as(Dispute.DISPUTE_ID, col(Adjustment.DISPUTE_ID)),
                as(Dispute.ADJUSTMENT_REASON, col(Adjustment.REASON)),
                as(Dispute.ADJUSTED_AT, col(Adjustment.DECIDED_AT)));
    return with(
        enriched(disputes, accepted, Dispute.AS_OF_DATE, Dispute.DISPUTE_ID),
        Dispute.IS_ADJUSTED,
        col(Dispute.ADJUSTED_AT).isNotNull());
  }

  /**
   * Those accepted by the end of a date, of disputes that nothing is known of.
   *
   * @param disputes as of the date
   * @param end of the date
   */
  public static Dataset<Row> ofUnknownDisputes(
      Dataset<Row> adjustments, Dataset<Row> disputes, Instant end) {
    return adjustments
        .where(col(Adjustment.DECIDED_AT).lt(lit(end)))
        .join(disputes, names(Dispute.DISPUTE_ID), "left_anti");
  }
}
