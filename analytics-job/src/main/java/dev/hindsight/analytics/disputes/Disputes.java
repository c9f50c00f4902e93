package dev.hindsight.analytics.disputes;

import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.enriched;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.with;
import static dev.hindsight.datasets.marts.Dispute.ACCOUNTABLE_PARTY;
import static dev.hindsight.datasets.marts.Dispute.CATEGORY;
import static dev.hindsight.datasets.marts.Dispute.CAUSE;
import static dev.hindsight.datasets.marts.Dispute.CAUSE_CODE;
import static dev.hindsight.datasets.marts.Dispute.CAUSE_FAMILY;
import static dev.hindsight.datasets.marts.Dispute.CURRENCY;
import static dev.hindsight.datasets.marts.Dispute.DISPUTED_AMOUNT;
import static dev.hindsight.datasets.marts.Dispute.FIRST_REPLY_AT;
import static dev.hindsight.datasets.marts.Dispute.FULFILLED_BY;
import static dev.hindsight.datasets.marts.Dispute.HOURS_TO_FIRST_REPLY;
import static dev.hindsight.datasets.marts.Dispute.HOURS_TO_RESOLUTION;
import static dev.hindsight.datasets.marts.Dispute.OPENED_AT;
import static dev.hindsight.datasets.marts.Dispute.OPENED_DATE;
import static dev.hindsight.datasets.marts.Dispute.OPENED_MONTH;
import static dev.hindsight.datasets.marts.Dispute.REFUNDED_AMOUNT;
import static dev.hindsight.datasets.marts.Dispute.RESOLVED_AT;
import static dev.hindsight.datasets.marts.Dispute.TRANSACTION_AMOUNT;
import static dev.hindsight.datasets.marts.Dispute.TRANSACTION_CURRENCY;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import dev.hindsight.analytics.dataset.SparkTypes;
import dev.hindsight.analytics.taxonomy.Taxonomy;
import dev.hindsight.analytics.time.ReportingCalendar;
import dev.hindsight.datasets.contract.ColumnType.Scalar;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.datasets.landed.FulfilledBy;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Each dispute in its latest state as of one date or several, of all history. */
public record Disputes(List<LocalDate> asOfDates, ReportingCalendar calendar) {
  /** The category of a dispute of which neither the order line nor the event knows one. */
  public static final String UNKNOWN_CATEGORY = "UNKNOWN";

  /** An order that is older than this when it is disputed is not looked for. */
  public static final Duration LONGEST_AFTER_ORDER = Duration.ofDays(200);

  private static final Field KNOWN_CAUSE = scratch("known_cause");
  private static final double MICROS_PER_HOUR = 3_600_000_000.0;

  public Disputes {
    asOfDates = List.copyOf(asOfDates);
  }

  public Disputes(LocalDate asOfDate, ReportingCalendar calendar) {
    this(List.of(asOfDate), calendar);
  }

  /**
   * One row per dispute and date.
   *
   * @param events latest row of each event
   * @param transactions latest row of each order line
   * @param adjustments latest row of each dispute
   * @param taxonomy rows of {@link Taxonomy}
   */
  public Dataset<Row> from(
      Dataset<Row> events,
      Dataset<Row> transactions,
      Dataset<Row> adjustments,
      Dataset<Row> taxonomy) {
    DisputeOrderLines orderLines = new DisputeOrderLines(calendar);
    AsOfDates dates = new AsOfDates(asOfDates, calendar);
    return dates
        .known(events, DisputeEvent.OCCURRED_AT, DisputeEvent.DISPUTE_ID)
        .transform(DisputeStates::from)
        .transform(disputes -> orderLines.joined(disputes, transactions))
        .transform(Disputes::withAmounts)
        .transform(disputes -> withCause(disputes, taxonomy))
        .transform(this::withDates)
        .transform(Disputes::withHours)
        .transform(dates::ofEachDate)
        .transform(disputes -> Adjustments.beside(disputes, adjustments, dates));
  }

  private static Dataset<Row> withAmounts(Dataset<Row> disputes) {
    Column isClaimed = col(DisputeStates.CLAIMED_AMOUNT).isNotNull();
    Column amount = coalesce(col(DisputeStates.CLAIMED_AMOUNT), col(TRANSACTION_AMOUNT));
    Column refundCurrency =
        when(
            col(DisputeStates.REFUND_CURRENCY_LOW).equalTo(col(DisputeStates.REFUND_CURRENCY_HIGH)),
            col(DisputeStates.REFUND_CURRENCY_LOW));
    Column currency =
        when(isClaimed, col(DisputeStates.CLAIMED_CURRENCY))
            .otherwise(coalesce(col(TRANSACTION_CURRENCY), refundCurrency));
    Dataset<Row> disputed = with(disputes, Map.of(DISPUTED_AMOUNT, amount, CURRENCY, currency));
    return with(disputed, REFUNDED_AMOUNT, refundedAmount());
  }

  private static Column refundedAmount() {
    Column isAllPriced =
        col(DisputeStates.REFUND_COUNT).equalTo(col(DisputeStates.PRICED_REFUND_COUNT));
    Column isOneCurrency =
        col(DisputeStates.REFUND_CURRENCY_LOW)
            .equalTo(col(CURRENCY))
            .and(col(DisputeStates.REFUND_CURRENCY_HIGH).equalTo(col(CURRENCY)));
    return when(
            col(DisputeStates.REFUND_COUNT).equalTo(lit(0)),
            lit(0).cast(SparkTypes.typeOf(Scalar.DECIMAL)))
        .when(isAllPriced.and(isOneCurrency), col(DisputeStates.REFUND_SUM));
  }

  private static Dataset<Row> withCause(Dataset<Row> disputes, Dataset<Row> taxonomy) {
    Dataset<Row> known =
        with(taxonomy, KNOWN_CAUSE, col(Taxonomy.CAUSE)).drop(Taxonomy.CAUSE.name());
    Dataset<Row> coded =
        with(disputes, KNOWN_CAUSE, coalesce(col(CAUSE_CODE), lit(Taxonomy.UNMAPPED)));
    Dataset<Row> classified = enriched(coded, broadcast(known), KNOWN_CAUSE);
    Column isKnown = col(Taxonomy.FAMILY).isNotNull();
    Column party =
        when(
                col(FULFILLED_BY).equalTo(lit(FulfilledBy.MARKETPLACE.name())),
                col(Taxonomy.ACCOUNTABLE_WHEN_MARKETPLACE_FULFILS))
            .otherwise(col(Taxonomy.ACCOUNTABLE_WHEN_SELLER_FULFILS));
    return with(
        classified,
        Map.of(
            CAUSE,
            when(isKnown, col(KNOWN_CAUSE)).otherwise(lit(Taxonomy.UNMAPPED)),
            CAUSE_FAMILY,
            coalesce(col(Taxonomy.FAMILY), lit(Taxonomy.UNMAPPED)),
            ACCOUNTABLE_PARTY,
            coalesce(party, lit("NOBODY"))));
  }

  private Dataset<Row> withDates(Dataset<Row> disputes) {
    Column openedDate = calendar.dateOf(col(OPENED_AT));
    return with(
        disputes,
        Map.of(
            OPENED_DATE,
            openedDate,
            OPENED_MONTH,
            ReportingCalendar.monthOf(openedDate),
            CATEGORY,
            coalesce(col(CATEGORY), col(DisputeStates.CLAIMED_CATEGORY), lit(UNKNOWN_CATEGORY))));
  }

  private static Dataset<Row> withHours(Dataset<Row> disputes) {
    return with(
        disputes,
        Map.of(
            HOURS_TO_FIRST_REPLY,
            hoursSinceOpening(FIRST_REPLY_AT),
            HOURS_TO_RESOLUTION,
            hoursSinceOpening(RESOLVED_AT)));
  }

  /**
   * Absent where the instant is before the opening: the source's clocks disagree, and no duration
   * is known.
   */
  private static Column hoursSinceOpening(Field instant) {
    Column micros = unix_micros(col(instant)).minus(unix_micros(col(OPENED_AT)));
    return when(micros.geq(lit(0)), micros.divide(lit(MICROS_PER_HOUR)));
  }
}
