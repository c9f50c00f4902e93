package dev.hindsight.analytics.reports;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.joined;
import static dev.hindsight.analytics.reports.NestedColumns.listed;
import static dev.hindsight.datasets.marts.SellerReport.SELLER_ID;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.disputes.LoggedSteps;
import dev.hindsight.analytics.taxonomy.Taxonomy;
import dev.hindsight.datasets.landed.Outcome;
import dev.hindsight.datasets.marts.Dispute;
import dev.hindsight.datasets.marts.SellerReport;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The cases that a report lists: those that wait for the seller's first reply, and the latest. */
record CaseLines(Cohort cohort) {
  private static final int MOST_WAITING = 10;
  private static final int MOST_LATEST = 5;

  /** One row per seller with a dispute. */
  Dataset<Row> from(ReportSources sources) {
    Dataset<Row> labelled =
        joined(sources.disputes(), broadcast(sources.taxonomy()), Taxonomy.CAUSE)
            .where(isWaiting().or(isInWindow()));
    Column waitingLine = when(isWaiting().and(col(LoggedSteps.IS_REPLY_LOGGED)), line());
    Column latestLine = when(isInWindow(), line());
    return LoggedSteps.beside(labelled, sources.disputes())
        .groupBy(col(SELLER_ID))
        .agg(
            as(SellerReport.WAITING, first(MOST_WAITING, waitingLine, age())),
            as(
                SellerReport.WAITING_COUNT,
                count_if(isWaiting().and(col(LoggedSteps.IS_REPLY_LOGGED)))),
            as(SellerReport.LATEST_CASES, first(MOST_LATEST, latestLine, newestFirst())));
  }

  private static Column first(int most, Column line, Column sortedBy) {
    return slice(NestedColumns.present(listed(line, sortedBy)), lit(1), lit(most));
  }

  private static Column isWaiting() {
    return col(Dispute.OUTCOME)
        .equalTo(lit(Outcome.OPEN.name()))
        .and(col(Dispute.FIRST_REPLY_AT).isNull());
  }

  private Column isInWindow() {
    return cohort.window().contains(col(Dispute.OPENED_DATE));
  }

  private static Column age() {
    return struct(unix_micros(col(Dispute.OPENED_AT)).as("opened"), col(Dispute.DISPUTE_ID));
  }

  private static Column newestFirst() {
    return struct(
        negate(unix_micros(col(Dispute.OPENED_AT))).as("opened"), col(Dispute.DISPUTE_ID));
  }

  private static Column line() {
    Column isRefunded = col(Dispute.REFUNDED_AT).isNotNull();
    return struct(
        col(Dispute.DISPUTE_ID),
        col(Dispute.ORDER_ID),
        col(Dispute.SKU),
        col(Taxonomy.LABEL),
        col(Dispute.OPENED_AT),
        col(Dispute.OUTCOME),
        isRefunded.as("is_refunded"),
        col(Dispute.DISPUTED_AMOUNT),
        col(Dispute.CURRENCY));
  }
}
