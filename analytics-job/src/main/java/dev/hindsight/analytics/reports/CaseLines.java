package dev.hindsight.analytics.reports;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.cols;
import static dev.hindsight.analytics.dataset.Columns.joined;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.with;
import static dev.hindsight.analytics.reports.NestedColumns.listed;
import static dev.hindsight.datasets.marts.SellerReport.SELLER_ID;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.disputes.LoggedSteps;
import dev.hindsight.analytics.taxonomy.Taxonomy;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.Outcome;
import dev.hindsight.datasets.marts.Dispute;
import dev.hindsight.datasets.marts.SellerReport;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** The cases that a report lists: those that wait for the seller's first reply, and all others. */
record CaseLines(Cohort cohort) {
  private static final int MOST_WAITING = 10;
  private static final int MOST_CASES = 5_000;

  private static final Field IS_LISTED = scratch("is_listed");
  private static final Field IS_WAITING = scratch("is_waiting");
  private static final Field LISTED_NUMBER = scratch("listed_number");
  private static final Field WAITING_NUMBER = scratch("waiting_number");

  /** One row per seller with a dispute. */
  Dataset<Row> from(ReportSources sources) {
    Dataset<Row> labelled =
        joined(sources.disputes(), broadcast(sources.taxonomy()), Taxonomy.CAUSE);
    Dataset<Row> known = LoggedSteps.beside(labelled, sources.disputes());
    known = with(known, IS_LISTED, isInWindow().or(isCompared()));
    known = with(known, IS_WAITING, isWaiting().and(col(LoggedSteps.IS_REPLY_LOGGED)));
    known = known.where(col(IS_LISTED).or(col(IS_WAITING)));
    known = with(known, LISTED_NUMBER, number(IS_LISTED, newestFirst()));
    known = with(known, WAITING_NUMBER, number(IS_WAITING, oldestFirst()));
    Column isListed = col(IS_LISTED).and(col(LISTED_NUMBER).leq(lit(MOST_CASES)));
    Column isWaiting = col(IS_WAITING).and(col(WAITING_NUMBER).leq(lit(MOST_WAITING)));
    return known
        .groupBy(col(SELLER_ID))
        .agg(
            as(SellerReport.WAITING, lines(isWaiting, WAITING_NUMBER)),
            as(SellerReport.WAITING_COUNT, count_if(col(IS_WAITING))),
            as(SellerReport.CASES, lines(isListed, LISTED_NUMBER)),
            as(SellerReport.CASE_COUNT, count_if(col(IS_LISTED))));
  }

  /** Numbered before they are collected: a seller may have millions. */
  private static Column number(Field group, Column[] sortedBy) {
    return row_number().over(Window.partitionBy(cols(SELLER_ID, group)).orderBy(sortedBy));
  }

  private static Column[] newestFirst() {
    return new Column[] {col(Dispute.OPENED_AT).desc(), col(Dispute.DISPUTE_ID)};
  }

  private static Column[] oldestFirst() {
    return cols(Dispute.OPENED_AT, Dispute.DISPUTE_ID);
  }

  private Column lines(Column isOne, Field number) {
    return NestedColumns.present(listed(when(isOne, line()), when(isOne, col(number))));
  }

  private static Column isWaiting() {
    return col(Dispute.OUTCOME)
        .equalTo(lit(Outcome.OPEN.name()))
        .and(col(Dispute.FIRST_REPLY_AT).isNull());
  }

  private Column isInWindow() {
    return cohort.window().contains(col(Dispute.OPENED_DATE));
  }

  private Column isCompared() {
    return coalesce(
        col(Dispute.IS_TRANSACTION_FOUND).and(cohort.window().contains(col(Dispute.ORDERED_DATE))),
        lit(false));
  }

  private Column line() {
    return struct(
        col(Dispute.DISPUTE_ID),
        col(Dispute.ORDER_ID),
        col(Dispute.CATEGORY),
        col(Dispute.SKU),
        col(Dispute.CARRIER),
        col(Dispute.SERVICE_LEVEL),
        col(Dispute.SHIP_REGION),
        col(Dispute.CAUSE),
        col(Taxonomy.LABEL),
        col(Dispute.ACCOUNTABLE_PARTY),
        col(Dispute.ORDERED_AT),
        col(Dispute.OPENED_AT),
        col(Dispute.FIRST_REPLY_AT),
        col(Dispute.RESOLVED_AT),
        col(Dispute.OUTCOME),
        isCompared().as("is_compared"),
        col(Dispute.REFUNDED_AT).isNotNull().as("is_refunded"),
        col(Dispute.DISPUTED_AMOUNT),
        col(Dispute.REFUNDED_AMOUNT),
        col(Dispute.CURRENCY));
  }
}
