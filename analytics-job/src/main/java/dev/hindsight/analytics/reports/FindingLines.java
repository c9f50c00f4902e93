package dev.hindsight.analytics.reports;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.cols;
import static dev.hindsight.analytics.dataset.Columns.enriched;
import static dev.hindsight.analytics.dataset.Columns.joined;
import static dev.hindsight.analytics.reports.NestedColumns.listed;
import static dev.hindsight.datasets.marts.SellerReport.SELLER_ID;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.try_divide;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.statistics.IntervalColumns;
import dev.hindsight.analytics.taxonomy.Taxonomy;
import dev.hindsight.datasets.marts.AccountableParty;
import dev.hindsight.datasets.marts.SellerCause;
import dev.hindsight.datasets.marts.SellerReport;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What is confirmed and the seller's to change, and what has faded since a week before. */
record FindingLines(Cohort cohort) {

  /** One row per seller with a finding. */
  Dataset<Row> findings(ReportSources sources) {
    Dataset<Row> confirmed = ofSeller(sources).where(col(SellerCause.IS_CONFIRMED));
    Dataset<Row> months =
        new MonthLines(cohort).of(sources.disputes(), confirmed, SELLER_ID, SellerCause.CAUSE);
    Column mostAvoidableFirst =
        struct(negate(col(SellerCause.AVOIDABLE_COUNT)).as("avoidable"), col(SellerCause.CAUSE));
    return enriched(confirmed, months, SELLER_ID, SellerCause.CAUSE)
        .groupBy(col(SELLER_ID))
        .agg(as(SellerReport.FINDINGS, listed(finding(), mostAvoidableFirst)));
  }

  /** One row per seller with a finding that has faded. */
  Dataset<Row> faded(ReportSources sources) {
    return ofSeller(sources)
        .where(col(SellerCause.IS_FLAGGED_WEEK_BEFORE).and(not(col(SellerCause.IS_FLAGGED))))
        .groupBy(col(SELLER_ID))
        .agg(as(SellerReport.FADED_FINDINGS, listed(fadedFinding(), col(SellerCause.CAUSE))));
  }

  private static Dataset<Row> ofSeller(ReportSources sources) {
    Column isOfSeller =
        col(SellerCause.ACCOUNTABLE_PARTY).equalTo(lit(AccountableParty.SELLER.name()));
    return joined(
        sources.findings().sellerCauses().where(isOfSeller),
        broadcast(sources.taxonomy().select(cols(Taxonomy.CAUSE, Taxonomy.LABEL))),
        Taxonomy.CAUSE);
  }

  private static Column finding() {
    Column topBuyerShare =
        try_divide(col(SellerCause.TOP_BUYER_COUNT), col(SellerCause.OBSERVED_COUNT));
    return struct(
        col(SellerCause.CAUSE),
        col(Taxonomy.LABEL),
        col(SellerCause.OBSERVED_COUNT),
        col(SellerCause.EXPECTED_COUNT),
        usualLow(),
        usualHigh(),
        col(SellerCause.RATIO),
        col(SellerCause.RATIO_LOW),
        col(SellerCause.RATIO_HIGH),
        col(SellerCause.Q_VALUE),
        col(SellerCause.AVOIDABLE_COUNT),
        col(SellerCause.AVOIDABLE_COUNT_LOW),
        col(SellerCause.AVOIDABLE_COUNT_HIGH),
        col(SellerCause.PREVIOUS_OBSERVED_COUNT),
        col(SellerCause.PREVIOUS_EXPECTED_COUNT),
        col(SellerCause.CHANGE_P_VALUE),
        col(SellerCause.BUYER_COUNT),
        topBuyerShare.as("top_buyer_share"),
        col(SellerReport.MONTHS));
  }

  private static Column fadedFinding() {
    return struct(
        col(SellerCause.CAUSE),
        col(Taxonomy.LABEL),
        col(SellerCause.OBSERVED_COUNT),
        col(SellerCause.EXPECTED_COUNT),
        usualLow(),
        usualHigh(),
        col(SellerCause.PREVIOUS_OBSERVED_COUNT),
        col(SellerCause.PREVIOUS_EXPECTED_COUNT));
  }

  private static Column usualLow() {
    return IntervalColumns.low(usual()).as("usual_low");
  }

  private static Column usualHigh() {
    return IntervalColumns.high(usual()).as("usual_high");
  }

  private static Column usual() {
    return IntervalColumns.usual(col(SellerCause.EXPECTED_COUNT), col(SellerCause.SPREAD));
  }
}
