package dev.hindsight.analytics.reports;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.enriched;
import static dev.hindsight.analytics.reports.NestedColumns.listed;
import static dev.hindsight.datasets.marts.SellerReport.SELLER_ID;
import static org.apache.spark.sql.functions.struct;

import dev.hindsight.analytics.dataset.Columns;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.marts.Driver;
import dev.hindsight.datasets.marts.Recommendation;
import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.datasets.marts.SellerScorecard;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What to do, each with how often its driver is disputed and how often everything else is. */
final class TaskLines {
  private static final Field PAIR_TRANSACTION_COUNT = Columns.scratch("pair_transaction_count");
  private static final Field VALUE_TRANSACTION_COUNT = Columns.scratch("value_transaction_count");

  private TaskLines() {}

  /** One row per seller with a recommendation. */
  static Dataset<Row> from(ReportSources sources) {
    Dataset<Row> advised = sources.findings().recommendations();
    Dataset<Row> drivers = sources.findings().drivers();
    Dataset<Row> ofValues =
        drivers.select(
            col(SELLER_ID),
            col(Driver.CAUSE),
            col(Driver.DIMENSION),
            col(Driver.DIMENSION_VALUE),
            as(VALUE_TRANSACTION_COUNT, col(Driver.TRANSACTION_COUNT)));
    return enriched(
            enriched(
                advised,
                ofValues,
                SELLER_ID,
                Recommendation.CAUSE,
                Recommendation.DIMENSION,
                Recommendation.DIMENSION_VALUE),
            sold(sources.scorecards()),
            SELLER_ID)
        .groupBy(col(SELLER_ID))
        .agg(as(SellerReport.TASKS, listed(task(), col(Recommendation.RECOMMENDATION_RANK))));
  }

  private static Dataset<Row> sold(Dataset<Row> scorecards) {
    return scorecards.select(
        col(SELLER_ID), as(PAIR_TRANSACTION_COUNT, col(SellerScorecard.TRANSACTION_COUNT)));
  }

  private static Column task() {
    Column others = col(PAIR_TRANSACTION_COUNT).minus(col(VALUE_TRANSACTION_COUNT));
    Column otherObserved =
        col(Recommendation.OBSERVED_COUNT).minus(col(Recommendation.DRIVER_OBSERVED_COUNT));
    return struct(
        col(Recommendation.RECOMMENDATION_RANK),
        col(Recommendation.CAUSE),
        col(Recommendation.DIMENSION),
        col(Recommendation.DIMENSION_VALUE),
        col(VALUE_TRANSACTION_COUNT).as("driver_transaction_count"),
        col(Recommendation.DRIVER_OBSERVED_COUNT),
        col(Recommendation.DRIVER_EXPECTED_COUNT),
        others.as("other_transaction_count"),
        otherObserved.as("other_observed_count"),
        col(Recommendation.IS_HIGH_FOR_OTHERS),
        col(Recommendation.ACTION),
        col(Recommendation.EVIDENCE),
        col(Recommendation.SOURCE),
        col(Recommendation.AVOIDABLE_COUNT),
        col(Recommendation.AVOIDABLE_COUNT_LOW),
        col(Recommendation.AVOIDABLE_COUNT_HIGH),
        col(Recommendation.AVOIDABLE_AMOUNT),
        col(Recommendation.AVOIDABLE_AMOUNT_LOW),
        col(Recommendation.AVOIDABLE_AMOUNT_HIGH),
        col(Recommendation.CURRENCY));
  }
}
