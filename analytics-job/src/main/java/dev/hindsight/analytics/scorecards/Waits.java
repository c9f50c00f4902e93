package dev.hindsight.analytics.scorecards;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.cols;
import static dev.hindsight.analytics.dataset.Columns.enriched;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.datasets.marts.SellerScorecard.MEDIAN_HOURS_TO_FIRST_REPLY;
import static dev.hindsight.datasets.marts.SellerScorecard.MEDIAN_HOURS_TO_RESOLUTION;
import static dev.hindsight.datasets.marts.SellerScorecard.SELLER_ID;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.dataset.Columns;
import dev.hindsight.analytics.disputes.LoggedSteps;
import dev.hindsight.analytics.statistics.WaitColumns;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.marts.Dispute;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How long the disputes that were opened in a window wait: for the seller's first reply, and for
 * their outcome. One that is not over waits until the end of the window at least.
 */
public record Waits(Cohort cohort) {
  /** Of a wait: its hours, or those that it has lasted so far. */
  public static final Field HOURS = scratch("hours");

  /** Of a wait: whether it is over. */
  public static final Field IS_OVER = scratch("is_over");

  private static final Field ENDED_COUNT = scratch("ended_count");
  private static final Field CENSORED_COUNT = scratch("censored_count");

  private static final double MICROS_PER_HOUR = 3_600_000_000.0;

  /** How long a dispute waits for a reply that ended without one. */
  private static final double FOR_EVER = Double.MAX_VALUE;

  /** One row per seller with a dispute opened in the window; what nobody logs is absent. */
  Dataset<Row> from(Dataset<Row> disputes) {
    return enriched(
        medians(forOutcome(disputes), MEDIAN_HOURS_TO_RESOLUTION, SELLER_ID),
        medians(forReply(disputes), MEDIAN_HOURS_TO_FIRST_REPLY, SELLER_ID),
        SELLER_ID);
  }

  /** Each dispute's wait for the seller's first reply; none where nobody logs replies. */
  public Dataset<Row> forReply(Dataset<Row> disputes) {
    Column withoutReply =
        when(isEnded(), lit(FOR_EVER)).otherwise(hoursSince(Dispute.OPENED_AT, end()));
    return waits(
        LoggedSteps.beside(opened(disputes), disputes).where(col(LoggedSteps.IS_REPLY_LOGGED)),
        col(Dispute.HOURS_TO_FIRST_REPLY),
        when(col(Dispute.FIRST_REPLY_AT).isNull(), withoutReply));
  }

  /** Each escalated dispute's wait for the marketplace: until it is decided, or ends otherwise. */
  public Dataset<Row> forReview(Dataset<Row> disputes) {
    Column reviewed = coalesce(col(Dispute.DECIDED_AT), col(Dispute.RESOLVED_AT));
    return waits(
        opened(disputes)
            .where(col(Dispute.ESCALATED_AT).isNotNull())
            .where(coalesce(reviewed.geq(col(Dispute.ESCALATED_AT)), lit(true))),
        hoursSince(Dispute.ESCALATED_AT, reviewed),
        hoursSince(Dispute.ESCALATED_AT, end()));
  }

  private Dataset<Row> forOutcome(Dataset<Row> disputes) {
    return waits(
        opened(disputes),
        col(Dispute.HOURS_TO_RESOLUTION),
        when(not(isEnded()), hoursSince(Dispute.OPENED_AT, end())));
  }

  private Dataset<Row> opened(Dataset<Row> disputes) {
    return disputes.where(cohort.window().contains(col(Dispute.OPENED_DATE)));
  }

  private static Dataset<Row> waits(Dataset<Row> opened, Column duration, Column soFar) {
    Column isOver = duration.isNotNull();
    Column isCounted = col(HOURS).isNotNull();
    return opened
        .select(
            as(SELLER_ID, col(Dispute.SELLER_ID)),
            as(HOURS, when(isOver, duration).otherwise(soFar)),
            as(IS_OVER, isOver))
        .where(isCounted);
  }

  /** The median of waits whose duration is known, or at least how long they last already. */
  public static Dataset<Row> medians(Dataset<Row> waits, Field median, Field... key) {
    Column[] ofEach =
        Stream.concat(Stream.of(key), Stream.of(HOURS)).map(Columns::col).toArray(Column[]::new);
    return waits
        .groupBy(ofEach)
        .agg(
            as(ENDED_COUNT, count_if(col(IS_OVER))),
            as(CENSORED_COUNT, count(lit(1)).minus(count_if(col(IS_OVER)))))
        .groupBy(cols(key))
        .agg(as(median, WaitColumns.median(col(HOURS), col(ENDED_COUNT), col(CENSORED_COUNT))));
  }

  private static Column isEnded() {
    return col(Dispute.RESOLVED_AT).isNotNull();
  }

  private Column end() {
    return lit(cohort.calendar().endOf(cohort.window().lastDate()));
  }

  private static Column hoursSince(Field start, Column end) {
    return unix_micros(end).minus(unix_micros(col(start))).divide(lit(MICROS_PER_HOUR));
  }
}
