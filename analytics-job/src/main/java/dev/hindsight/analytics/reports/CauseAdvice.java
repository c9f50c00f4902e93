package dev.hindsight.analytics.reports;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.cols;
import static dev.hindsight.analytics.dataset.Columns.joined;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.datasets.marts.SellerReport.SELLER_ID;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.taxonomy.Taxonomy;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.marts.AccountableParty;
import dev.hindsight.datasets.marts.Dispute;
import dev.hindsight.datasets.marts.SellerReport;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What usually helps against the commonest cause that a seller is accountable for. */
record CauseAdvice(Cohort cohort) {
  private static final Field OPENED_COUNT = scratch("opened_count");

  /** One row per seller with such a dispute opened in the window. */
  Dataset<Row> from(ReportSources sources) {
    Dataset<Row> actionable =
        sources
            .disputes()
            .where(cohort.window().contains(col(Dispute.OPENED_DATE)))
            .where(not(col(Dispute.IS_ADJUSTED)))
            .where(col(Dispute.ACCOUNTABLE_PARTY).equalTo(lit(AccountableParty.SELLER.name())))
            .groupBy(cols(Dispute.SELLER_ID, Dispute.CAUSE))
            .agg(as(OPENED_COUNT, count(lit(1))));
    Dataset<Row> advised =
        joined(actionable, broadcast(sources.taxonomy()), Taxonomy.CAUSE)
            .where(col(Taxonomy.ADVICE).isNotNull());
    Column commonestFirst = struct(negate(col(OPENED_COUNT)), col(Taxonomy.CAUSE));
    return advised
        .groupBy(col(SELLER_ID))
        .agg(as(SellerReport.ADVICE, min_by(advice(), commonestFirst)));
  }

  private static Column advice() {
    return struct(
        col(Taxonomy.CAUSE),
        col(Taxonomy.LABEL),
        col(OPENED_COUNT),
        col(Taxonomy.ADVICE).as("action"));
  }
}
