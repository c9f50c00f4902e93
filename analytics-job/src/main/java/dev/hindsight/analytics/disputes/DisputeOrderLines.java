package dev.hindsight.analytics.disputes;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.cols;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.unfolded;
import static dev.hindsight.analytics.dataset.Columns.with;
import static dev.hindsight.analytics.dataset.Columns.without;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;

import dev.hindsight.analytics.time.ReportingCalendar;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.datasets.marts.Dispute;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * The order line that each dispute is about: of the lines with its id and its seller that were
 * ordered before it was opened, not longer ago than 200 days, the latest.
 */
record DisputeOrderLines(ReportingCalendar calendar) {
  private static final Field LINE = scratch("line");
  private static final Field LINE_ID = scratch("line_id");
  private static final Field LINE_SELLER = scratch("line_seller");
  private static final Field LATEST_FIRST = scratch("latest_first");

  /**
   * Every dispute, with its line's columns; they are absent where no line was found.
   *
   * <p>A dispute and its candidates are one row each, of which one stays: to find the lines first
   * and join them to the disputes would make the disputes twice.
   */
  Dataset<Row> joined(Dataset<Row> disputes, Dataset<Row> transactions) {
    Dataset<Row> lines =
        transactions.select(
            as(LINE_ID, col(Transaction.TRANSACTION_ID)),
            as(LINE_SELLER, col(Transaction.SELLER_ID)),
            as(LINE, line()));
    Column isCandidate =
        col(LINE_ID)
            .equalTo(col(Dispute.TRANSACTION_ID))
            .and(col(LINE_SELLER).equalTo(col(Dispute.SELLER_ID)))
            .and(orderedAt().leq(col(Dispute.OPENED_AT)))
            .and(orderedAt().geq(col(Dispute.OPENED_AT).minus(lit(Disputes.LONGEST_AFTER_ORDER))));
    Column place =
        row_number()
            .over(
                Window.partitionBy(cols(AsOfDates.FIRST_DATE, Dispute.DISPUTE_ID))
                    .orderBy(orderedAt().desc()));
    Dataset<Row> found =
        with(disputes.join(lines, isCandidate, "left"), LATEST_FIRST, place)
            .where(col(LATEST_FIRST).equalTo(lit(1)));
    return unfolded(
        with(
            without(found, LINE_ID, LINE_SELLER, LATEST_FIRST),
            Dispute.IS_TRANSACTION_FOUND,
            col(LINE).isNotNull()),
        LINE);
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
