package dev.hindsight.analytics.kept;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.cols;
import static dev.hindsight.analytics.dataset.Columns.names;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.with;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import dev.hindsight.analytics.dataset.IntermediateRows;
import dev.hindsight.analytics.disputes.Disputes;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.datasets.landed.EventType;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.datasets.marts.Dispute;
import java.time.Instant;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The few order lines among which the disputes that are made again find theirs, whatever date they
 * are made as of. Most are known from an earlier version; most others were ordered lately; only for
 * what is left are older weeks read, and of those no more than the columns that find a line.
 *
 * @param orderLines latest row of each
 * @param recent what was ordered from then on is read anyhow
 */
record SoughtOrderLines(IntermediateRows intermediate, Dataset<Row> orderLines, Instant recent) {
  private static final Field FIRST_AT = scratch("first_at");
  private static final Field OPENED_AT = Dispute.OPENED_AT;
  private static final Field LOW = scratch("low");
  private static final Field HIGH = scratch("high");
  private static final Field ANSWERED_AT = scratch("answered_at");
  private static final Field[] ASKED = {Transaction.TRANSACTION_ID, FIRST_AT, LOW, HIGH};

  /** The columns of a line that a dispute's row has. */
  private static final Field[] COLUMNS = {
    Transaction.TRANSACTION_ID,
    Transaction.SELLER_ID,
    Transaction.ORDERED_AT,
    Transaction.ORDER_ID,
    Transaction.BUYER_ID,
    Transaction.CATEGORY,
    Transaction.SKU,
    Transaction.CARRIER,
    Transaction.SERVICE_LEVEL,
    Transaction.SHIP_REGION,
    Transaction.FULFILLED_BY,
    Transaction.AMOUNT,
    Transaction.CURRENCY
  };

  /**
   * @param events of the disputes
   * @param known disputes of the earlier version
   * @param added order lines that have landed since
   */
  Dataset<Row> of(Dataset<Row> events, Dataset<Row> known, Dataset<Row> added) {
    Dataset<Row> addedIds = added.select(col(Transaction.TRANSACTION_ID)).distinct();
    Dataset<Row> unchanged =
        known
            .where(col(Dispute.TRANSACTION_ID).isNotNull())
            .join(addedIds, names(Transaction.TRANSACTION_ID), "left_anti");
    Dataset<Row> asked = intermediate.readBack(asked(events, unchanged), "order_lines_asked");
    Dataset<Row> lately =
        intermediate.readBack(
            found(orderLines.where(col(Transaction.ORDERED_AT).geq(lit(recent))), asked),
            "order_lines_lately");
    Dataset<Row> lines =
        linesOf(
                unchanged.join(
                    events.select(col(DisputeEvent.TRANSACTION_ID)).distinct(),
                    names(Transaction.TRANSACTION_ID),
                    "left_semi"))
            .unionByName(lately.select(cols(COLUMNS)));
    Dataset<Row> left = intermediate.readBack(left(asked, lately), "order_lines_left");
    return left.isEmpty() ? lines : lines.unionByName(older(left));
  }

  /**
   * What is asked for: {@code transaction_id, first_at, low, high} per dispute and id, where the
   * earlier version has no answer: the first instant at which it can have been opened, and the
   * first and last of its sellers' ids.
   *
   * <p>An answer holds for the same id, seller and instant of opening. A dispute with one seller
   * and one instant of opening, whatever date it is looked at from, is answered where the earlier
   * version has just these.
   */
  private static Dataset<Row> asked(Dataset<Row> events, Dataset<Row> unchanged) {
    Column isOpening = col(DisputeEvent.EVENT_TYPE).equalTo(lit(EventType.OPENED.name()));
    Dataset<Row> disputes =
        events
            .groupBy(col(DisputeEvent.DISPUTE_ID))
            .agg(
                as(FIRST_AT, min(col(DisputeEvent.OCCURRED_AT))),
                as(OPENED_AT, min(when(isOpening, col(DisputeEvent.OCCURRED_AT)))),
                as(LOW, min(col(DisputeEvent.SELLER_ID))),
                as(HIGH, max(col(DisputeEvent.SELLER_ID))));
    Dataset<Row> ids =
        events
            .where(col(DisputeEvent.TRANSACTION_ID).isNotNull())
            .select(cols(DisputeEvent.DISPUTE_ID, DisputeEvent.TRANSACTION_ID))
            .distinct()
            .join(disputes, names(DisputeEvent.DISPUTE_ID));
    Column isOpenedAtOnce = col(OPENED_AT).equalTo(col(FIRST_AT)).and(col(LOW).equalTo(col(HIGH)));
    Dataset<Row> answers =
        unchanged
            .select(
                col(Dispute.TRANSACTION_ID),
                as(LOW, col(Dispute.SELLER_ID)),
                as(ANSWERED_AT, col(Dispute.OPENED_AT)))
            .distinct();
    // Where it is absent, nothing is equal to it, and the line is asked for.
    return with(ids, ANSWERED_AT, when(isOpenedAtOnce, col(FIRST_AT)))
        .join(answers, names(Transaction.TRANSACTION_ID, LOW, ANSWERED_AT), "left_anti")
        .select(cols(ASKED));
  }

  private static Dataset<Row> found(Dataset<Row> lines, Dataset<Row> asked) {
    return lines.join(
        broadcast(asked.select(col(Transaction.TRANSACTION_ID)).distinct()),
        names(Transaction.TRANSACTION_ID),
        "left_semi");
  }

  /** What no line of late surely answers: of the one seller, ordered before anything happened. */
  private static Dataset<Row> left(Dataset<Row> asked, Dataset<Row> lately) {
    Dataset<Row> answered =
        asked
            .join(
                lately.select(
                    col(Transaction.TRANSACTION_ID),
                    col(Transaction.SELLER_ID),
                    col(Transaction.ORDERED_AT)),
                names(Transaction.TRANSACTION_ID))
            .where(
                col(Transaction.SELLER_ID)
                    .equalTo(col(LOW))
                    .and(col(LOW).equalTo(col(HIGH)))
                    .and(col(Transaction.ORDERED_AT).leq(col(FIRST_AT))))
            .select(cols(ASKED))
            .distinct();
    return asked.join(answered, names(ASKED), "left_anti");
  }

  private Dataset<Row> older(Dataset<Row> left) {
    Instant first =
        left.agg(min(col(FIRST_AT))).first().getInstant(0).minus(Disputes.LONGEST_AFTER_ORDER);
    Dataset<Row> old =
        orderLines.where(
            col(Transaction.ORDERED_AT)
                .lt(lit(recent))
                .and(col(Transaction.ORDERED_AT).geq(lit(first))));
    Object[] dates =
        found(old.select(cols(Transaction.TRANSACTION_ID, Transaction.ORDERED_DATE)), left)
            .select(col(Transaction.ORDERED_DATE))
            .distinct()
            .collectAsList()
            .stream()
            .map(row -> row.get(0))
            .toArray();
    return found(old.where(col(Transaction.ORDERED_DATE).isin(dates)), left).select(cols(COLUMNS));
  }

  /** The lines that disputes of the earlier version have found. */
  private static Dataset<Row> linesOf(Dataset<Row> disputes) {
    return disputes
        .where(col(Dispute.IS_TRANSACTION_FOUND))
        .select(
            col(Dispute.TRANSACTION_ID),
            col(Dispute.SELLER_ID),
            col(Dispute.ORDERED_AT),
            col(Dispute.ORDER_ID),
            col(Dispute.BUYER_ID),
            col(Dispute.CATEGORY),
            col(Dispute.SKU),
            col(Dispute.CARRIER),
            col(Dispute.SERVICE_LEVEL),
            col(Dispute.SHIP_REGION),
            col(Dispute.FULFILLED_BY),
            as(Transaction.AMOUNT, col(Dispute.TRANSACTION_AMOUNT)),
            as(Transaction.CURRENCY, col(Dispute.TRANSACTION_CURRENCY)))
        .distinct();
  }
}
