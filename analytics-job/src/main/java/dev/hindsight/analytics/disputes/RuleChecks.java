package dev.hindsight.analytics.disputes;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.with;
import static dev.hindsight.analytics.disputes.EventOrder.is;
import static dev.hindsight.datasets.landed.DisputeEvent.OCCURRED_AT;
import static dev.hindsight.datasets.landed.EventType.APPEALED;
import static dev.hindsight.datasets.landed.EventType.EVIDENCE_REQUESTED;
import static dev.hindsight.datasets.landed.EventType.EVIDENCE_SUBMITTED;
import static dev.hindsight.datasets.landed.EventType.REFUNDED;
import static dev.hindsight.datasets.landed.EventType.REOPENED;
import static dev.hindsight.datasets.landed.EventType.RETURN_RECEIVED;
import static dev.hindsight.datasets.landed.EventType.REVIEW_STARTED;
import static dev.hindsight.datasets.landed.EventType.SELLER_OFFERED;
import static dev.hindsight.datasets.landed.EventType.SELLER_REPLIED;
import static dev.hindsight.datasets.landed.EventType.SELLER_RESOLVED;
import static dev.hindsight.datasets.marts.Dispute.DECIDED_AT;
import static dev.hindsight.datasets.marts.Dispute.DISPUTED_AMOUNT;
import static dev.hindsight.datasets.marts.Dispute.ESCALATED_AT;
import static dev.hindsight.datasets.marts.Dispute.FIRST_REPLY_AT;
import static dev.hindsight.datasets.marts.Dispute.OPENED_AT;
import static dev.hindsight.datasets.marts.Dispute.OUTCOME;
import static dev.hindsight.datasets.marts.Dispute.REFUNDED_AMOUNT;
import static dev.hindsight.datasets.marts.Dispute.REFUNDED_AT;
import static dev.hindsight.datasets.marts.Dispute.RESOLVED_AT;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.EventType;
import dev.hindsight.datasets.landed.Outcome;
import dev.hindsight.datasets.marts.Dispute;
import dev.hindsight.datasets.marts.ProcessRule;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Whether each dispute kept to the rules of the process. A rule does not concern every dispute, and
 * is not checked before what it asks for is due, whether or not that is there already: otherwise
 * the quick ones alone would be counted. What the marketplace's sources never log is unknown.
 *
 * @param end of the as-of date
 */
public record RuleChecks(Instant end) {
  /** The rules that concern a dispute: structs of {@link #RULE} and {@link #STATE}. */
  public static final Field CHECKS = scratch("rule_checks");

  public static final Field RULE = scratch("rule");
  public static final Field STATE = scratch("state");
  public static final String KEPT = "KEPT";
  public static final String VIOLATED = "VIOLATED";
  public static final String UNKNOWN = "UNKNOWN";

  private static final double HOURS_TO_REPLY = 48;
  private static final double HOURS_TO_FOLLOW_UP = 14 * 24.0;
  private static final double MICROS_PER_HOUR = 3_600_000_000.0;
  private static final String TWO_DECISIONS = EventType.DECIDED + ">" + EventType.DECIDED;

  private static final Field IS_REPLY_KNOWN = scratch("is_reply_known");
  private static final Field IS_REVIEW_KNOWN = scratch("is_review_known");
  private static final Field IS_FOLLOW_UP_KNOWN = scratch("is_follow_up_known");
  private static final Field IS_APPEAL_KNOWN = scratch("is_appeal_known");

  /**
   * The disputes with their violations and {@link #CHECKS}.
   *
   * @param disputes {@link Disputes#from}
   * @param events of all disputes
   */
  public Dataset<Row> beside(Dataset<Row> disputes, Dataset<Row> events) {
    Dataset<Row> known =
        disputes.crossJoin(broadcast(logged(events.where(col(OCCURRED_AT).lt(lit(end))))));
    Dataset<Row> checked = with(known, CHECKS, array_compact(each(RuleChecks::unlessUnconcerned)));
    Dataset<Row> violated =
        with(
            checked,
            Dispute.VIOLATIONS,
            array_compact(
                each((rule, state) -> when(state.equalTo(lit(VIOLATED)), lit(rule.name())))));
    return with(violated, Dispute.VIOLATION_COUNT, size(col(Dispute.VIOLATIONS)));
  }

  private interface OfRule {
    Column of(ProcessRule rule, Column state);
  }

  private Column each(OfRule value) {
    return array(
        Arrays.stream(ProcessRule.values())
            .map(rule -> value.of(rule, state(rule)))
            .toArray(Column[]::new));
  }

  private static Column unlessUnconcerned(ProcessRule rule, Column state) {
    return when(state.isNotNull(), struct(as(RULE, lit(rule.name())), as(STATE, state)));
  }

  /** One row of flags: whether any of the events tells what a rule asks for. */
  public static Dataset<Row> logged(Dataset<Row> events) {
    Function<Column, Column> ever = known -> coalesce(max(known), lit(false));
    return events.agg(
        as(IS_REPLY_KNOWN, ever.apply(is(SELLER_REPLIED, SELLER_OFFERED, SELLER_RESOLVED))),
        as(IS_REVIEW_KNOWN, ever.apply(is(REVIEW_STARTED, EVIDENCE_REQUESTED, EVIDENCE_SUBMITTED))),
        as(IS_FOLLOW_UP_KNOWN, ever.apply(is(REFUNDED, RETURN_RECEIVED))),
        as(IS_APPEAL_KNOWN, ever.apply(is(APPEALED, REOPENED))));
  }

  /** Absent where the rule does not concern the dispute, or not yet. */
  private Column state(ProcessRule rule) {
    return switch (rule) {
      case REPLY_WITHIN_48_HOURS -> reply();
      case ESCALATED_AFTER_CHANCE_TO_REPLY -> escalation();
      case DECISION_AFTER_REVIEW -> review();
      case FOLLOW_UP_AFTER_DECISION -> followUp();
      case REFUND_WITHIN_DISPUTED_AMOUNT -> refund();
      case ONE_DECISION_UNLESS_APPEALED -> decisions();
    };
  }

  /** A dispute that ended unanswered before the reply was due needs none. */
  private Column reply() {
    Column replied = hours(col(OPENED_AT), col(FIRST_REPLY_AT));
    Column isNeedless =
        col(FIRST_REPLY_AT)
            .isNull()
            .and(hours(col(OPENED_AT), col(RESOLVED_AT)).lt(lit(HOURS_TO_REPLY)));
    Column isConcerned =
        hours(col(OPENED_AT), lit(end))
            .geq(lit(HOURS_TO_REPLY))
            .and(not(coalesce(isNeedless, lit(false))));
    return when(
        isConcerned,
        when(replied.lt(lit(0)), lit(UNKNOWN))
            .when(replied.leq(lit(HOURS_TO_REPLY)), lit(KEPT))
            .otherwise(violatedIf(IS_REPLY_KNOWN)));
  }

  /** At the instant of the opening, or before it, the source knows no more than the date. */
  private static Column escalation() {
    Column waited = hours(col(OPENED_AT), col(ESCALATED_AT));
    return when(
        col(ESCALATED_AT).isNotNull(),
        when(waited.geq(lit(HOURS_TO_REPLY)), lit(KEPT))
            .when(col(FIRST_REPLY_AT).leq(col(ESCALATED_AT)), lit(KEPT))
            .when(waited.leq(lit(0)), lit(UNKNOWN))
            .otherwise(violatedIf(IS_REPLY_KNOWN)));
  }

  private static Column review() {
    return when(
        col(DisputeStates.FIRST_DECISION).isNotNull(),
        when(col(DisputeStates.FIRST_REVIEW).lt(col(DisputeStates.FIRST_DECISION)), lit(KEPT))
            .otherwise(violatedIf(IS_REVIEW_KNOWN)));
  }

  private Column followUp() {
    Column isForBuyer = col(OUTCOME).isin(Outcome.BUYER_FAVOUR.name(), Outcome.PARTIAL.name());
    Column isDue = hours(col(DECIDED_AT), lit(end)).geq(lit(HOURS_TO_FOLLOW_UP));
    Column followed = hours(col(DECIDED_AT), col(DisputeStates.FOLLOW_UP_AT));
    return when(
        isForBuyer.and(isDue),
        when(followed.leq(lit(HOURS_TO_FOLLOW_UP)), lit(KEPT))
            .otherwise(violatedIf(IS_FOLLOW_UP_KNOWN)));
  }

  private static Column refund() {
    Column isKept = col(REFUNDED_AMOUNT).leq(col(DISPUTED_AMOUNT));
    return when(
        col(REFUNDED_AT).isNotNull(),
        when(isKept, lit(KEPT)).when(not(isKept), lit(VIOLATED)).otherwise(lit(UNKNOWN)));
  }

  private static Column decisions() {
    Column isRepeated = array_join(col(DisputeStates.DECISIONS), ">").contains(lit(TWO_DECISIONS));
    return when(
        col(DisputeStates.FIRST_DECISION).isNotNull(),
        when(not(isRepeated), lit(KEPT)).otherwise(violatedIf(IS_APPEAL_KNOWN)));
  }

  private static Column violatedIf(Field isKnown) {
    return when(col(isKnown), lit(VIOLATED)).otherwise(lit(UNKNOWN));
  }

  private static Column hours(Column from, Column to) {
    return unix_micros(to).minus(unix_micros(from)).divide(lit(MICROS_PER_HOUR));
  }
}
