package dev.hindsight.analytics.kept;

import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.names;
import static org.apache.spark.sql.functions.lit;

import dev.hindsight.analytics.disputes.DisputeSources;
import dev.hindsight.datasets.landed.Adjustment;
import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.datasets.marts.Dispute;
import java.time.Instant;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The disputes whose rows can have changed since an earlier version.
 *
 * @param all what has landed
 * @param known the earlier version's disputes
 * @param corrected rows of events that counted then and may no longer do so
 * @param added what has landed since
 * @param since whatever happened from then on touches its dispute
 */
record TouchedDisputes(
    DisputeSources all, Dataset<Row> known, Dataset<Row> corrected, Added added, Instant since) {

  /** Rows that have landed since. */
  record Added(Dataset<Row> transactions, Dataset<Row> events, Dataset<Row> adjustments) {}

  /** {@code dispute_id}, each once. */
  Dataset<Row> ids() {
    return ofEvents().union(ofOrderLines()).union(ofAdjustments()).distinct();
  }

  /** An event that was corrected may have been another dispute's. */
  private Dataset<Row> ofEvents() {
    Dataset<Row> recent = all.events().where(col(DisputeEvent.OCCURRED_AT).geq(lit(since)));
    Dataset<Row> sameEvents =
        corrected.join(
            added.events.select(col(DisputeEvent.EVENT_ID)).distinct(),
            names(DisputeEvent.EVENT_ID),
            "left_semi");
    Column id = col(DisputeEvent.DISPUTE_ID);
    return recent.select(id).union(added.events.select(id)).union(sameEvents.select(id));
  }

  /** Order lines by their id alone: a row of another date may be the dispute's now. */
  private Dataset<Row> ofOrderLines() {
    Dataset<Row> lines = added.transactions.select(col(Transaction.TRANSACTION_ID)).distinct();
    return known
        .join(lines, names(Transaction.TRANSACTION_ID), "left_semi")
        .select(col(Dispute.DISPUTE_ID));
  }

  private Dataset<Row> ofAdjustments() {
    Column id = col(Adjustment.DISPUTE_ID);
    return added
        .adjustments
        .select(id)
        .union(all.adjustments().where(col(Adjustment.DECIDED_AT).geq(lit(since))).select(id));
  }
}
