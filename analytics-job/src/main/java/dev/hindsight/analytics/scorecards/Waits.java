package dev.hindsight.analytics.scorecards;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.cols;
import static dev.hindsight.analytics.dataset.Columns.enriched;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.datasets.marts.SellerScorecard.MEDIAN_HOURS_TO_FIRST_REPLY;
import static dev.hindsight.datasets.marts.SellerScorecard.MEDIAN_HOURS_TO_RESOLUTION;
import static dev.hindsight.datasets.marts.SellerScorecard.SELLER_ID;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.disputes.LoggedSteps;
import dev.hindsight.analytics.statistics.WaitColumns;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.marts.Dispute;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How long the disputes that were opened in a window wait: for the seller's first reply, and for
 * their outcome. One that is not over waits until the end of the window at least.
 */
record Waits(Cohort cohort) {
  private static final Field HOURS = scratch("hours");
  private static final Field IS_OVER = scratch("is_over");
  private static final Field ENDED_COUNT = scratch("ended_count");
  private static final Field CENSORED_COUNT = scratch("censored_count");

  private static final double MICROS_PER_HOUR = 3_600_000_000.0;

  /** How long a dispute waits for a reply that ended without one. */
  private static final double FOR_EVER = Double.MAX_VALUE;

  /** One row per seller with a dispute opened in the window; what nobody logs is absent. */
  Dataset<Row> from(Dataset<Row> disputes) {
    Dataset<Row> opened =
        LoggedSteps.beside(
            disputes.where(cohort.window().contains(col(Dispute.OPENED_DATE))), disputes);
    Column isEnded = col(Dispute.RESOLVED_AT).isNotNull();
    Column withoutReply = when(isEnded, lit(FOR_EVER)).otherwise(hoursOpen());
    Dataset<Row> replied =
        medians(
            opened.where(col(LoggedSteps.IS_REPLY_LOGGED)),
            Dispute.HOURS_TO_FIRST_REPLY,
            when(col(Dispute.FIRST_REPLY_AT).isNull(), withoutReply),
            MEDIAN_HOURS_TO_FIRST_REPLY);
    Dataset<Row> resolved =
        medians(
            opened,
            Dispute.HOURS_TO_RESOLUTION,
            when(not(isEnded), hoursOpen()),
            MEDIAN_HOURS_TO_RESOLUTION);
    return enriched(resolved, replied, SELLER_ID);
  }

  /** Of waits whose duration is known, or at least how long they last already. */
  private static Dataset<Row> medians(
      Dataset<Row> opened, Field duration, Column soFar, Field median) {
    Column isOver = col(duration).isNotNull();
    Column isCounted = col(HOURS).isNotNull();
    return opened
        .select(
            as(SELLER_ID, col(Dispute.SELLER_ID)),
            as(HOURS, when(isOver, col(duration)).otherwise(soFar)),
            as(IS_OVER, isOver))
        .groupBy(cols(SELLER_ID, HOURS))
        .agg(
            as(ENDED_COUNT, count_if(col(IS_OVER))),
            as(CENSORED_COUNT, count(lit(1)).minus(count_if(col(IS_OVER)))))
        .where(isCounted)
        .groupBy(cols(SELLER_ID))
        .agg(as(median, WaitColumns.median(col(HOURS), col(ENDED_COUNT), col(CENSORED_COUNT))));
  }

  private Column hoursOpen() {
    Column end = lit(cohort.calendar().endOf(cohort.window().lastDate()));
    return unix_micros(end).minus(unix_micros(col(Dispute.OPENED_AT))).divide(lit(MICROS_PER_HOUR));
  }
}
