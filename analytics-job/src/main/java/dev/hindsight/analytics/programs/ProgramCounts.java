package dev.hindsight.analytics.programs;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.enriched;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.with;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.dataset.Columns;
import dev.hindsight.analytics.dataset.IntermediateRows;
import dev.hindsight.analytics.kept.OrderLines;
import dev.hindsight.analytics.money.ReportingMoney;
import dev.hindsight.analytics.scorecards.Endings;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.Actor;
import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.datasets.landed.EventType;
import dev.hindsight.datasets.landed.Outcome;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.datasets.marts.Dispute;
import dev.hindsight.datasets.marts.ProgramMetric;
import dev.hindsight.datasets.marts.SellerScorecard;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What each seller has of what programmes count, over each metric's own days. */
record ProgramCounts(
    Cohort cohort, ReportingMoney money, List<Measure> measures, IntermediateRows intermediate) {
  private static final Field SELLER_ID = SellerScorecard.SELLER_ID;
  private static final Field IS_DISPUTE_KNOWN = scratch("is_dispute_known");
  private static final Field IS_ESCALATION_KNOWN = scratch("is_escalation_known");
  private static final Field IS_DECISION_KNOWN = scratch("is_decision_known");
  private static final Field IS_REFUND_KNOWN = scratch("is_refund_known");
  private static final Field IS_CHARGEBACK_KNOWN = scratch("is_chargeback_known");

  ProgramCounts {
    measures = List.copyOf(measures);
  }

  /**
   * The sellers with each measure's numerator and denominator; both absent where the sources lack
   * what it needs, or there is nothing to count.
   *
   * @param disputes as of the date, all history
   */
  Dataset<Row> beside(
      Dataset<Row> sellers, OrderLines orderLines, Dataset<Row> disputes, Dataset<Row> events) {
    Dataset<Row> marked = withChargebacks(disputes, events);
    Dataset<Row> counted = sellers;
    for (Dataset<Row> counts :
        List.of(
            allOrders(orderLines.ordersByDay()),
            someOrders(orderLines.rows()),
            disputedOrders(marked),
            chargebacks(marked))) {
      counted = enriched(counted, counts, SELLER_ID);
    }
    for (Measure measure : of(ProgramMetric.SELLER_RESPONSE_RATE)) {
      counted = enriched(counted, replies(measure, disputes), SELLER_ID);
    }
    Stream<Column> measured = measures.stream().flatMap(ProgramCounts::measured);
    return counted
        .crossJoin(broadcast(known(marked)))
        .select(Stream.concat(Stream.of(col(SELLER_ID)), measured).toArray(Column[]::new));
  }

  private LocalDate asOfDate() {
    return cohort.window().lastDate();
  }

  private List<Measure> of(ProgramMetric metric) {
    return measures.stream().filter(measure -> measure.metric() == metric).toList();
  }

  /** A chargeback is what a card's issuer opens. */
  private Dataset<Row> withChargebacks(Dataset<Row> disputes, Dataset<Row> events) {
    Column isOpening = col(DisputeEvent.EVENT_TYPE).equalTo(lit(EventType.OPENED.name()));
    Column isOfIssuer = col(DisputeEvent.ACTOR).equalTo(lit(Actor.ISSUER.name()));
    Dataset<Row> opened =
        intermediate.readBack(
            events.where(isOpening.and(isOfIssuer)).select(col(DisputeEvent.DISPUTE_ID)).distinct(),
            "chargeback_ids");
    Dataset<Row> marked =
        enriched(disputes, with(opened, Measure.IS_CHARGEBACK, lit(true)), Dispute.DISPUTE_ID);
    return with(marked, Measure.IS_CHARGEBACK, coalesce(col(Measure.IS_CHARGEBACK), lit(false)));
  }

  /** Of measures that count every order of some dates. */
  private Dataset<Row> allOrders(Dataset<Row> ordersByDay) {
    List<Column> sums =
        measures.stream()
            .filter(Measure::isOfAllOrders)
            .map(
                measure ->
                    as(
                        measure.orders(),
                        sum(
                            when(
                                    measure
                                        .daysOfOrders(asOfDate())
                                        .contains(col(Measure.ORDERED_DAY)),
                                    col(OrderLines.ORDER_COUNT))
                                .otherwise(lit(0L)))))
            .toList();
    return aggregated(ordersByDay, List.of(SELLER_ID), sums);
  }

  /** Of measures that look at the lines of an order. */
  private Dataset<Row> someOrders(Dataset<Row> transactions) {
    List<Measure> some =
        measures.stream()
            .filter(measure -> !measure.isOfAllOrders())
            .filter(measure -> measure.metric() != ProgramMetric.SELLER_RESPONSE_RATE)
            .toList();
    Column isNear =
        some.stream()
            .map(measure -> measure.isLineNear(asOfDate()))
            .reduce(Column::or)
            .orElse(lit(false));
    Column orderedDay = cohort.calendar().dateOf(col(Transaction.ORDERED_AT));
    Column promisedDay = cohort.calendar().dateOf(col(Transaction.PROMISED_BY));
    Column isArrived = col(Transaction.DELIVERED_AT).lt(lit(cohort.calendar().endOf(asOfDate())));
    Dataset<Row> lines = with(transactions.where(isNear), Measure.ORDERED_DAY, orderedDay);
    lines = with(lines, Measure.PROMISED_DAY, promisedDay);
    lines = with(lines, Transaction.DELIVERED_AT, when(isArrived, col(Transaction.DELIVERED_AT)));
    return counted(
        lines,
        Transaction.ORDER_ID,
        flags(some, Measure::orders, measure -> measure.isOrderCounted(asOfDate())),
        flags(some, Measure::lateOrders, measure -> measure.isOrderLate(asOfDate())));
  }

  private Dataset<Row> disputedOrders(Dataset<Row> disputes) {
    Column isCounted =
        measures.stream()
            .map(measure -> measure.isOrderDisputed(asOfDate()))
            .reduce(Column::or)
            .orElse(lit(false));
    return counted(
        disputes.where(col(Dispute.IS_TRANSACTION_FOUND).and(isCounted)),
        Dispute.ORDER_ID,
        flags(measures, Measure::disputedOrders, measure -> measure.isOrderDisputed(asOfDate())));
  }

  private Dataset<Row> chargebacks(Dataset<Row> disputes) {
    return counted(
        disputes.where(col(Measure.IS_CHARGEBACK)),
        Dispute.DISPUTE_ID,
        flags(measures, Measure::chargebacks, measure -> measure.isChargeback(asOfDate())));
  }

  private Dataset<Row> replies(Measure measure, Dataset<Row> disputes) {
    Cohort days = new Cohort(measure.window(asOfDate()), cohort.calendar(), cohort.prices());
    return new Endings(days, money)
        .from(disputes)
        .select(
            col(SELLER_ID),
            as(measure.replies(), col(SellerScorecard.REPLIED_IN_48H_COUNT)),
            as(measure.dueReplies(), col(SellerScorecard.REPLY_DUE_COUNT)));
  }

  /** A flag for each measure, under the name that it is counted under. */
  private record Flag(Field name, Column condition) {}

  private static List<Flag> flags(
      List<Measure> measures, Function<Measure, Field> name, Function<Measure, Column> condition) {
    return measures.stream()
        .map(measure -> new Flag(name.apply(measure), condition.apply(measure)))
        .toList();
  }

  /** By seller, how many of a kind have a row with the flag, for each flag. */
  @SafeVarargs
  private static Dataset<Row> counted(Dataset<Row> rows, Field kind, List<Flag>... flags) {
    List<Flag> all = Arrays.stream(flags).flatMap(List::stream).toList();
    return aggregated(
        aggregated(
            rows,
            List.of(SELLER_ID, kind),
            all.stream().map(flag -> as(flag.name(), max(flag.condition()))).toList()),
        List.of(SELLER_ID),
        all.stream().map(flag -> as(flag.name(), count_if(col(flag.name())))).toList());
  }

  private static Dataset<Row> aggregated(
      Dataset<Row> rows, List<Field> by, List<Column> aggregates) {
    Column[] key = by.stream().map(Columns::col).toArray(Column[]::new);
    if (aggregates.isEmpty()) {
      return rows.select(key).distinct();
    }
    return rows.groupBy(key)
        .agg(aggregates.get(0), aggregates.subList(1, aggregates.size()).toArray(Column[]::new));
  }

  /** What any source logs: what nobody logs is unknown, not undone. */
  private static Dataset<Row> known(Dataset<Row> disputes) {
    Column isDecided = col(Dispute.OUTCOME).isin(decisions());
    return disputes.agg(
        as(IS_DISPUTE_KNOWN, count(lit(1)).gt(lit(0))),
        as(IS_ESCALATION_KNOWN, count(col(Dispute.ESCALATED_AT)).gt(lit(0))),
        as(IS_DECISION_KNOWN, count_if(isDecided).gt(lit(0))),
        as(IS_REFUND_KNOWN, count(col(Dispute.REFUNDED_AT)).gt(lit(0))),
        as(IS_CHARGEBACK_KNOWN, count_if(col(Measure.IS_CHARGEBACK)).gt(lit(0))));
  }

  private static Object[] decisions() {
    return Arrays.stream(Outcome.values()).filter(Outcome::isDecision).map(Enum::name).toArray();
  }

  private static Stream<Column> measured(Measure measure) {
    Column whole =
        measure.metric() == ProgramMetric.SELLER_RESPONSE_RATE
            ? col(measure.dueReplies())
            : col(measure.orders());
    Column isMeasured = isKnown(measure.metric()).and(whole.gt(lit(0)));
    return Stream.of(
        as(measure.numerator(), when(isMeasured, part(measure))),
        as(measure.denominator(), when(isMeasured, whole)));
  }

  private static Column part(Measure measure) {
    return switch (measure.metric()) {
      case CLAIMED_ORDER_RATE, CASE_LOST_RATE, ITEM_NOT_RECEIVED_RATE, REFUND_RATE ->
          coalesce(col(measure.disputedOrders()), lit(0L));
      case ON_TIME_DELIVERY_RATE -> col(measure.orders()).minus(col(measure.lateOrders()));
      case SELLER_RESPONSE_RATE -> col(measure.replies());
      case CHARGEBACK_RATE, CHARGEBACK_RATE_OF_PREVIOUS_ORDERS ->
          coalesce(col(measure.chargebacks()), lit(0L));
    };
  }

  private static Column isKnown(ProgramMetric metric) {
    return switch (metric) {
      case CLAIMED_ORDER_RATE -> col(IS_ESCALATION_KNOWN);
      case CASE_LOST_RATE -> col(IS_DECISION_KNOWN);
      case ITEM_NOT_RECEIVED_RATE -> col(IS_DISPUTE_KNOWN);
      case REFUND_RATE -> col(IS_REFUND_KNOWN);
      case CHARGEBACK_RATE, CHARGEBACK_RATE_OF_PREVIOUS_ORDERS -> col(IS_CHARGEBACK_KNOWN);
      case ON_TIME_DELIVERY_RATE, SELLER_RESPONSE_RATE -> lit(true);
    };
  }
}
