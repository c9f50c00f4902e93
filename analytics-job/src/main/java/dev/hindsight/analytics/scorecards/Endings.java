package dev.hindsight.analytics.scorecards;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.without;
import static dev.hindsight.datasets.marts.SellerScorecard.BUYER_FAVOUR_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.ESCALATED_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.PARTIAL_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.REFUNDED_AMOUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.REPLIED_IN_48H_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.REPLY_DUE_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.SELLER_FAVOUR_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.UNCONVERTED_COUNT;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.disputes.LoggedSteps;
import dev.hindsight.analytics.money.ReportingMoney;
import dev.hindsight.analytics.outcomes.Outcomes;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.Outcome;
import dev.hindsight.datasets.marts.Dispute;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How the disputes that were opened in a window stand, by seller. */
public record Endings(Cohort cohort, ReportingMoney money) {
  public static final Field RESOLVED_BY_SELLER_COUNT = scratch("resolved_by_seller_count");
  public static final Field MARKETPLACE_PAID_COUNT = scratch("marketplace_paid_count");
  public static final Field WITHDRAWN_COUNT = scratch("withdrawn_count");
  public static final Field OPEN_COUNT = scratch("open_count");
  public static final Field UNMATCHED_COUNT = scratch("unmatched_count");

  /** The marketplace's promise to customers, in hours. */
  private static final double REPLY_HOURS = 48;

  private static final double MICROS_PER_HOUR = 3_600_000_000.0;

  /** One row per seller with a dispute opened in the window; what nobody logs is absent. */
  public Dataset<Row> from(Dataset<Row> disputes) {
    Dataset<Row> opened = disputes.where(cohort.window().contains(col(Dispute.OPENED_DATE)));
    Dataset<Row> counted =
        LoggedSteps.beside(opened, disputes)
            .groupBy(
                col(Dispute.SELLER_ID),
                col(LoggedSteps.IS_REPLY_LOGGED),
                col(LoggedSteps.IS_ESCALATION_LOGGED))
            .agg(
                as(
                    ESCALATED_COUNT,
                    when(col(LoggedSteps.IS_ESCALATION_LOGGED), count(col(Dispute.ESCALATED_AT)))),
                as(
                    REPLIED_IN_48H_COUNT,
                    when(col(LoggedSteps.IS_REPLY_LOGGED), count_if(isRepliedInTime()))),
                as(REPLY_DUE_COUNT, when(col(LoggedSteps.IS_REPLY_LOGGED), count_if(isReplyDue()))),
                as(RESOLVED_BY_SELLER_COUNT, Outcomes.ended(Outcome.ACCEPTED_BY_SELLER)),
                as(SELLER_FAVOUR_COUNT, Outcomes.ended(Outcome.SELLER_FAVOUR)),
                as(BUYER_FAVOUR_COUNT, Outcomes.ended(Outcome.BUYER_FAVOUR)),
                as(PARTIAL_COUNT, Outcomes.ended(Outcome.PARTIAL)),
                as(MARKETPLACE_PAID_COUNT, Outcomes.ended(Outcome.MARKETPLACE_PAID)),
                as(WITHDRAWN_COUNT, Outcomes.ended(Outcome.WITHDRAWN)),
                as(OPEN_COUNT, Outcomes.ended(Outcome.OPEN)),
                as(REFUNDED_AMOUNT, money.total(col(Dispute.REFUNDED_AMOUNT))),
                as(UNCONVERTED_COUNT, money.unconvertedCount()),
                as(
                    UNMATCHED_COUNT,
                    count_if(col(Dispute.IS_TRANSACTION_FOUND).equalTo(lit(false)))));
    return without(counted, LoggedSteps.IS_REPLY_LOGGED, LoggedSteps.IS_ESCALATION_LOGGED);
  }

  private static Column isRepliedInTime() {
    return coalesce(col(Dispute.HOURS_TO_FIRST_REPLY).leq(lit(REPLY_HOURS)), lit(false));
  }

  /**
   * A dispute that ended unanswered before the 48 hours were over says nothing about the seller's
   * speed, nor does a reply that the source dates before the opening.
   */
  private Column isReplyDue() {
    Column endOfWaiting =
        least(
            col(Dispute.FIRST_REPLY_AT),
            col(Dispute.RESOLVED_AT),
            lit(cohort.calendar().endOf(cohort.window().lastDate())));
    Column hoursUnanswered =
        unix_micros(endOfWaiting)
            .minus(unix_micros(col(Dispute.OPENED_AT)))
            .divide(lit(MICROS_PER_HOUR));
    return isRepliedInTime().or(hoursUnanswered.geq(lit(REPLY_HOURS)));
  }
}
