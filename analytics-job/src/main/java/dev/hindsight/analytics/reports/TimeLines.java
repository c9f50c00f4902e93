package dev.hindsight.analytics.reports;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.cols;
import static dev.hindsight.analytics.dataset.Columns.enriched;
import static dev.hindsight.analytics.dataset.Columns.with;
import static dev.hindsight.datasets.marts.SellerReport.SELLER_ID;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.dataset.Columns;
import dev.hindsight.analytics.scorecards.Waits;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.datasets.marts.SellerScorecard;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Where the time of a seller's disputes goes, beside that of everybody's. */
record TimeLines(Cohort cohort) {
  private static final Field IN_REVIEW = Columns.scratch("median_hours_in_review");
  private static final Field ALL_IN_REVIEW = Columns.scratch("all_median_hours_in_review");
  private static final Field ALL_TO_REPLY = Columns.scratch("all_median_hours_to_first_reply");

  /** One row per seller that has a scorecard. */
  Dataset<Row> from(ReportSources sources) {
    Waits waits = new Waits(cohort);
    Dataset<Row> reviews = waits.forReview(sources.disputes());
    Dataset<Row> cards =
        sources
            .scorecards()
            .select(
                cols(
                    SELLER_ID,
                    SellerScorecard.MEDIAN_HOURS_TO_FIRST_REPLY,
                    SellerScorecard.MEDIAN_HOURS_TO_RESOLUTION,
                    SellerScorecard.ESCALATED_COUNT));
    return enriched(cards, Waits.medians(reviews, IN_REVIEW, SELLER_ID), SELLER_ID)
        .crossJoin(broadcast(Waits.medians(inTenths(reviews), ALL_IN_REVIEW)))
        .crossJoin(
            broadcast(Waits.medians(inTenths(waits.forReply(sources.disputes())), ALL_TO_REPLY)))
        .select(col(SELLER_ID), as(SellerReport.TIMES, times()));
  }

  /** All sellers' waits come to one place: tenths of hours are few, whatever the sellers. */
  private static Dataset<Row> inTenths(Dataset<Row> waits) {
    return with(waits, Waits.HOURS, round(col(Waits.HOURS), 1));
  }

  private static Column times() {
    return struct(
        col(SellerScorecard.MEDIAN_HOURS_TO_FIRST_REPLY),
        col(ALL_TO_REPLY),
        col(SellerScorecard.MEDIAN_HOURS_TO_RESOLUTION),
        as(
            SellerScorecard.ESCALATED_COUNT,
            coalesce(col(SellerScorecard.ESCALATED_COUNT), lit(0L))),
        col(IN_REVIEW),
        col(ALL_IN_REVIEW));
  }
}
