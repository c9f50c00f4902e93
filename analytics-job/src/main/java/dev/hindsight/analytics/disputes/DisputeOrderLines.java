package dev.hindsight.analytics.disputes;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.cols;
import static dev.hindsight.analytics.dataset.Columns.enriched;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.unfolded;
import static dev.hindsight.analytics.dataset.Columns.with;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import dev.hindsight.analytics.dataset.Columns;
import dev.hindsight.analytics.time.ReportingCalendar;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.datasets.marts.Dispute;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The order line that each dispute is about: of the lines with its id and its seller that were
 * ordered before it was opened, not longer ago than 200 days, the latest.
 */
record DisputeOrderLines(ReportingCalendar calendar) {
  private static final Field LINE = scratch("line");

  /** Every dispute, with its line's columns; they are absent where no line was found. */
  Dataset<Row> joined(Dataset<Row> disputes, Dataset<Row> transactions) {
    Dataset<Row> candidates =
        Columns.joined(
            disputes.select(
                col(AsOfDates.FIRST_DATE),
                col(Dispute.DISPUTE_ID),
                col(Dispute.TRANSACTION_ID),
                col(Dispute.SELLER_ID),
                col(Dispute.OPENED_AT)),
            transactions.select(
                col(Transaction.TRANSACTION_ID), col(Transaction.SELLER_ID), as(LINE, line())),
            Dispute.TRANSACTION_ID,
            Dispute.SELLER_ID);
    Dataset<Row> latest =
        candidates
            .where(orderedAt().leq(col(Dispute.OPENED_AT)))
            .where(orderedAt().geq(col(Dispute.OPENED_AT).minus(lit(Disputes.LONGEST_AFTER_ORDER))))
            .groupBy(cols(AsOfDates.FIRST_DATE, Dispute.DISPUTE_ID))
            .agg(as(LINE, max_by(col(LINE), orderedAt())));
    Dataset<Row> found = enriched(disputes, latest, AsOfDates.FIRST_DATE, Dispute.DISPUTE_ID);
    return unfolded(with(found, Dispute.IS_TRANSACTION_FOUND, col(LINE).isNotNull()), LINE);
  }

  /**
   * An id is known together with its order date, so two candidates never share the instant they
   * were ordered.
   */
  private static Column orderedAt() {
    return col(LINE).getField(Transaction.ORDERED_AT.name());
  }

  private Column line() {
    return struct(
        col(Transaction.ORDERED_AT),
        as(Dispute.ORDERED_DATE, calendar.dateOf(col(Transaction.ORDERED_AT))),
        col(Transaction.ORDER_ID),
        col(Transaction.BUYER_ID),
        col(Transaction.CATEGORY),
        col(Transaction.SKU),
        col(Transaction.CARRIER),
        col(Transaction.SERVICE_LEVEL),
        col(Transaction.SHIP_REGION),
        col(Transaction.FULFILLED_BY),
        as(Dispute.TRANSACTION_AMOUNT, col(Transaction.AMOUNT)),
        as(Dispute.TRANSACTION_CURRENCY, col(Transaction.CURRENCY)));
  }
}
