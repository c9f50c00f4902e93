package dev.hindsight.analytics.disputes;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.cols;
import static dev.hindsight.analytics.dataset.Columns.part;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.with;
import static dev.hindsight.analytics.dataset.Columns.without;
import static dev.hindsight.analytics.disputes.EventOrder.is;
import static dev.hindsight.datasets.landed.DisputeEvent.AMOUNT;
import static dev.hindsight.datasets.landed.DisputeEvent.CATEGORY;
import static dev.hindsight.datasets.landed.DisputeEvent.CAUSE;
import static dev.hindsight.datasets.landed.DisputeEvent.CURRENCY;
import static dev.hindsight.datasets.landed.DisputeEvent.DISPUTE_ID;
import static dev.hindsight.datasets.landed.DisputeEvent.OCCURRED_AT;
import static dev.hindsight.datasets.landed.DisputeEvent.OUTCOME;
import static dev.hindsight.datasets.landed.DisputeEvent.SELLER_ID;
import static dev.hindsight.datasets.landed.DisputeEvent.TRANSACTION_ID;
import static dev.hindsight.datasets.landed.EventType.APPEALED;
import static dev.hindsight.datasets.landed.EventType.CLOSED;
import static dev.hindsight.datasets.landed.EventType.DECIDED;
import static dev.hindsight.datasets.landed.EventType.ESCALATED;
import static dev.hindsight.datasets.landed.EventType.EVIDENCE_REQUESTED;
import static dev.hindsight.datasets.landed.EventType.EVIDENCE_SUBMITTED;
import static dev.hindsight.datasets.landed.EventType.OPENED;
import static dev.hindsight.datasets.landed.EventType.REFUNDED;
import static dev.hindsight.datasets.landed.EventType.REOPENED;
import static dev.hindsight.datasets.landed.EventType.RETURN_RECEIVED;
import static dev.hindsight.datasets.landed.EventType.REVIEW_STARTED;
import static dev.hindsight.datasets.landed.EventType.SELLER_OFFERED;
import static dev.hindsight.datasets.landed.EventType.SELLER_REPLIED;
import static dev.hindsight.datasets.landed.EventType.SELLER_RESOLVED;
import static dev.hindsight.datasets.landed.EventType.WITHDRAWN;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.hindsight.analytics.dataset.SparkTypes;
import dev.hindsight.datasets.contract.ColumnType.Scalar;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.EventType;
import dev.hindsight.datasets.landed.Outcome;
import dev.hindsight.datasets.marts.Dispute;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the events of each dispute add up to.
 *
 * <p>Events are ordered by instant, then by their place in the process (sources with dates alone
 * give several events of one dispute the same instant), then by id. A reopening or an appeal makes
 * a dispute open again; the latest settlement after it stands. A dispute closed without a
 * settlement keeps the one it had; if it never had one it was accepted by the seller when money was
 * refunded, and withdrawn when none was.
 */
final class DisputeStates {
  static final Field CLAIMED_AMOUNT = scratch("claimed_amount");
  static final Field CLAIMED_CURRENCY = scratch("claimed_currency");
  static final Field CLAIMED_CATEGORY = scratch("claimed_category");
  static final Field REFUND_COUNT = scratch("refund_count");
  static final Field PRICED_REFUND_COUNT = scratch("priced_refund_count");
  static final Field REFUND_SUM = scratch("refund_sum");
  static final Field REFUND_CURRENCY_LOW = scratch("refund_currency_low");
  static final Field REFUND_CURRENCY_HIGH = scratch("refund_currency_high");

  /** Place in the order of events of the first one of the review. */
  static final Field FIRST_REVIEW = scratch("first_review");

  static final Field FIRST_DECISION = scratch("first_decision");
  static final Field FOLLOW_UP_AT = scratch("follow_up_at");

  /** The types of decisions, appeals and reopenings in order. */
  static final Field DECISIONS = scratch("decisions");

  private static final Field POSITION = scratch("position");
  private static final Field RESTART = scratch("restart");
  private static final Field SETTLEMENT = scratch("settlement");
  private static final Field CLOSING = scratch("closing");

  private DisputeStates() {}

  /**
   * One row per dispute and stretch of dates.
   *
   * @param knownEvents {@link AsOfDates#known}
   */
  static Dataset<Row> from(Dataset<Row> knownEvents) {
    return knownEvents
        .transform(DisputeStates::positioned)
        .transform(DisputeStates::summed)
        .transform(DisputeStates::settled);
  }

  private static Dataset<Row> positioned(Dataset<Row> events) {
    return with(events, POSITION, EventOrder.position());
  }

  static Dataset<Row> summed(Dataset<Row> positioned) {
    return positioned
        .groupBy(cols(AsOfDates.FIRST_DATE, AsOfDates.LAST_DATE, DISPUTE_ID))
        .agg(
            as(Dispute.SELLER_ID, min_by(col(SELLER_ID), col(POSITION))),
            as(Dispute.TRANSACTION_ID, firstKnown(TRANSACTION_ID)),
            as(CLAIMED_CATEGORY, firstKnown(CATEGORY)),
            as(Dispute.CAUSE_CODE, min_by(col(CAUSE), positionOf(OPENED))),
            as(CLAIMED_AMOUNT, min_by(col(AMOUNT), positionOf(OPENED))),
            as(CLAIMED_CURRENCY, min_by(col(CURRENCY), positionOf(OPENED))),
            as(Dispute.OPENED_AT, coalesce(min(instantOf(OPENED)), min(col(OCCURRED_AT)))),
            as(
                Dispute.FIRST_REPLY_AT,
                min(instantOf(SELLER_REPLIED, SELLER_OFFERED, SELLER_RESOLVED))),
            as(Dispute.ESCALATED_AT, min(instantOf(ESCALATED))),
            as(Dispute.REFUNDED_AT, max(instantOf(REFUNDED))),
            as(RESTART, max(positionOf(REOPENED, APPEALED))),
            as(SETTLEMENT, max(when(is(SELLER_RESOLVED, WITHDRAWN, DECIDED), settlement()))),
            as(CLOSING, max(positionOf(CLOSED))),
            as(REFUND_COUNT, count_if(is(REFUNDED))),
            as(PRICED_REFUND_COUNT, count_if(is(REFUNDED).and(col(AMOUNT).isNotNull()))),
            as(
                REFUND_SUM,
                sum(when(is(REFUNDED), col(AMOUNT))).try_cast(SparkTypes.typeOf(Scalar.DECIMAL))),
            as(REFUND_CURRENCY_LOW, min(when(is(REFUNDED), col(CURRENCY)))),
            as(REFUND_CURRENCY_HIGH, max(when(is(REFUNDED), col(CURRENCY)))),
            as(
                FIRST_REVIEW,
                min(positionOf(REVIEW_STARTED, EVIDENCE_REQUESTED, EVIDENCE_SUBMITTED))),
            as(FIRST_DECISION, min(positionOf(DECIDED))),
            as(FOLLOW_UP_AT, min(instantOf(REFUNDED, RETURN_RECEIVED))),
            as(DECISIONS, EventOrder.course(is(DECIDED, APPEALED, REOPENED))),
            as(Dispute.OBSERVED_STEPS, array_sort(collect_set(step()))),
            as(Dispute.REOPENED_COUNT, count_if(is(REOPENED)).cast("int")),
            as(Dispute.EVENT_COUNT, count(lit(1)).cast("int")));
  }

  static Dataset<Row> settled(Dataset<Row> summed) {
    Column isSettled = isAfterRestart(part(col(SETTLEMENT), POSITION));
    Column isClosed = isAfterRestart(col(CLOSING));
    Column settledOutcome = part(col(SETTLEMENT), OUTCOME);
    Column settledAt = part(part(col(SETTLEMENT), POSITION), OCCURRED_AT);
    Column closedAt = part(col(CLOSING), OCCURRED_AT);
    Column outcome =
        when(isSettled, settledOutcome)
            .when(isClosed, coalesce(settledOutcome, outcomeOfPlainClosing()))
            .otherwise(lit(Outcome.OPEN.name()));
    Column resolvedAt = when(isSettled, settledAt).when(isClosed, closedAt);
    Dataset<Row> resolved =
        with(summed, Map.of(Dispute.OUTCOME, outcome, Dispute.RESOLVED_AT, resolvedAt));
    Column isDecided =
        part(part(col(SETTLEMENT), POSITION), EventOrder.PLACE).equalTo(lit(DECIDED.ordinal()));
    Dataset<Row> ended =
        with(
            resolved,
            Map.of(
                Dispute.DECIDED_AT,
                when(isDecided.and(isSettled.or(isClosed)), settledAt),
                Dispute.CLOSED_AT,
                when(isClosed, closedAt)));
    return without(ended, RESTART, SETTLEMENT, CLOSING);
  }

  private static Column outcomeOfPlainClosing() {
    return when(col(REFUND_COUNT).gt(lit(0)), lit(Outcome.ACCEPTED_BY_SELLER.name()))
        .otherwise(lit(Outcome.WITHDRAWN.name()));
  }

  private static Column isAfterRestart(Column position) {
    return position.isNotNull().and(col(RESTART).isNull().or(position.gt(col(RESTART))));
  }

  /** The outcome that a settling event gives. */
  private static Column settlement() {
    Column outcome =
        when(is(SELLER_RESOLVED), lit(Outcome.ACCEPTED_BY_SELLER.name()))
            .when(is(WITHDRAWN), lit(Outcome.WITHDRAWN.name()))
            .otherwise(col(OUTCOME));
    return struct(col(POSITION), as(OUTCOME, outcome));
  }

  private static Column firstKnown(Field field) {
    return min_by(col(field), when(col(field).isNotNull(), col(POSITION)));
  }

  private static Column instantOf(EventType... types) {
    return when(is(types), col(OCCURRED_AT));
  }

  private static Column positionOf(EventType... types) {
    return when(is(types), col(POSITION));
  }

  private static Column step() {
    return EventOrder.ofType(EventType::step);
  }
}
