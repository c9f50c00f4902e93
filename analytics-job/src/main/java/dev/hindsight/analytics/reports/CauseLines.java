package dev.hindsight.analytics.reports;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.cols;
import static dev.hindsight.analytics.dataset.Columns.joined;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.with;
import static dev.hindsight.analytics.reports.NestedColumns.comparison;
import static dev.hindsight.analytics.reports.NestedColumns.listed;
import static dev.hindsight.datasets.marts.SellerReport.SELLER_ID;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.struct;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.dataset.Columns;
import dev.hindsight.analytics.taxonomy.Accountability;
import dev.hindsight.analytics.taxonomy.Taxonomy;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.marts.Dispute;
import dev.hindsight.datasets.marts.SellerCause;
import dev.hindsight.datasets.marts.SellerReport;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Each seller's causes, most observed first. */
record CauseLines(Cohort cohort) {
  private static final Field OPENED_COUNT = scratch("opened_count");
  private static final Field OPENED_PARTY = scratch("opened_party");

  /** One row per seller with a cause observed or opened in the window. */
  Dataset<Row> from(ReportSources sources) {
    Dataset<Row> compared =
        sources
            .findings()
            .sellerCauses()
            .select(
                cols(
                    SELLER_ID,
                    SellerCause.CAUSE,
                    SellerCause.OBSERVED_COUNT,
                    SellerCause.EXPECTED_COUNT,
                    SellerCause.SPREAD,
                    SellerCause.IS_FLAGGED));
    Dataset<Row> counted =
        compared.join(
            opened(sources.disputes()), Columns.names(SELLER_ID, SellerCause.CAUSE), "full");
    Dataset<Row> filled =
        with(
            with(counted, SellerCause.OBSERVED_COUNT, orZero(SellerCause.OBSERVED_COUNT)),
            OPENED_COUNT,
            orZero(OPENED_COUNT));
    Column isThere = col(SellerCause.OBSERVED_COUNT).plus(col(OPENED_COUNT)).gt(lit(0));
    return joined(filled.where(isThere), broadcast(sources.taxonomy()), Taxonomy.CAUSE)
        .groupBy(col(SELLER_ID))
        .agg(as(SellerReport.CAUSES, listed(line(), mostObservedFirst())));
  }

  private Dataset<Row> opened(Dataset<Row> disputes) {
    return disputes
        .where(cohort.window().contains(col(Dispute.OPENED_DATE)))
        .groupBy(cols(Dispute.SELLER_ID, Dispute.CAUSE))
        .agg(as(OPENED_COUNT, count(lit(1))), as(OPENED_PARTY, Accountability.ofDisputes()));
  }

  private static Column mostObservedFirst() {
    return struct(
        negate(col(SellerCause.OBSERVED_COUNT)).as("observed"),
        negate(col(OPENED_COUNT)).as("opened"),
        col(Taxonomy.CAUSE));
  }

  private static Column line() {
    return struct(
        col(Taxonomy.CAUSE),
        col(Taxonomy.LABEL),
        coalesce(col(OPENED_PARTY), col(Taxonomy.ACCOUNTABLE_WHEN_SELLER_FULFILS))
            .as("accountable_party"),
        col(OPENED_COUNT),
        comparison(
                col(SellerCause.OBSERVED_COUNT),
                col(SellerCause.EXPECTED_COUNT),
                col(SellerCause.SPREAD))
            .as("comparison"),
        as(SellerCause.IS_FLAGGED, coalesce(col(SellerCause.IS_FLAGGED), lit(false))));
  }

  private static Column orZero(Field count) {
    return coalesce(col(count), lit(0L));
  }
}
