package dev.hindsight.analytics.benchmarks;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.cols;
import static dev.hindsight.analytics.dataset.Columns.enriched;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.with;
import static dev.hindsight.analytics.statistics.IntervalColumns.withBounds;
import static dev.hindsight.datasets.marts.CategoryBenchmark.CATEGORY;
import static dev.hindsight.datasets.marts.CategoryBenchmark.CAUSE;
import static dev.hindsight.datasets.marts.CategoryBenchmark.DISPUTED_TRANSACTION_COUNT;
import static dev.hindsight.datasets.marts.CategoryBenchmark.RATE;
import static dev.hindsight.datasets.marts.CategoryBenchmark.RATE_HIGH;
import static dev.hindsight.datasets.marts.CategoryBenchmark.RATE_LOW;
import static dev.hindsight.datasets.marts.CategoryBenchmark.RATE_P25;
import static dev.hindsight.datasets.marts.CategoryBenchmark.RATE_P50;
import static dev.hindsight.datasets.marts.CategoryBenchmark.RATE_P75;
import static dev.hindsight.datasets.marts.CategoryBenchmark.SELLER_COUNT;
import static dev.hindsight.datasets.marts.CategoryBenchmark.TRANSACTION_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.SELLER_ID;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.statistics.IntervalColumns;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.marts.Dispute;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How often each cause is disputed in each category of a window, and how its sellers spread around
 * that.
 */
public record CategoryBenchmarks(Cohort cohort) {
  private static final Field SELLER_RATE = scratch("seller_rate");

  /** One row per category sold and cause disputed in the window. */
  public Dataset<Row> from(Dataset<Row> sold, Dataset<Row> disputes) {
    return ofSellers(sold, disputes)
        .groupBy(cols(CATEGORY, CAUSE))
        .agg(
            as(SELLER_COUNT, count(lit(1))),
            as(TRANSACTION_COUNT, sum(col(TRANSACTION_COUNT))),
            as(DISPUTED_TRANSACTION_COUNT, sum(col(DISPUTED_TRANSACTION_COUNT))),
            as(RATE_P25, SellerQuartiles.quartile(SELLER_RATE, 0.25)),
            as(RATE_P50, SellerQuartiles.quartile(SELLER_RATE, 0.5)),
            as(RATE_P75, SellerQuartiles.quartile(SELLER_RATE, 0.75)))
        .transform(CategoryBenchmarks::withRate)
        .transform(cohort::stamped);
  }

  private Dataset<Row> ofSellers(Dataset<Row> sold, Dataset<Row> disputes) {
    Dataset<Row> disputed =
        cohort
            .disputed(disputes)
            .groupBy(cols(Dispute.SELLER_ID, Dispute.CATEGORY, Dispute.CAUSE))
            .agg(
                as(
                    DISPUTED_TRANSACTION_COUNT,
                    count_distinct(col(Dispute.TRANSACTION_ID), col(Dispute.ORDERED_AT))));
    Dataset<Row> causes = disputed.select(col(CAUSE)).distinct();
    Dataset<Row> sellers =
        sold.groupBy(cols(SELLER_ID, CATEGORY))
            .agg(as(TRANSACTION_COUNT, sum(col(TRANSACTION_COUNT))));
    Dataset<Row> counted =
        enriched(sellers.crossJoin(broadcast(causes)), disputed, SELLER_ID, CATEGORY, CAUSE);
    Dataset<Row> filled =
        with(
            counted,
            DISPUTED_TRANSACTION_COUNT,
            coalesce(col(DISPUTED_TRANSACTION_COUNT), lit(0L)));
    return with(
        filled, SELLER_RATE, col(DISPUTED_TRANSACTION_COUNT).divide(col(TRANSACTION_COUNT)));
  }

  private static Dataset<Row> withRate(Dataset<Row> rows) {
    Column part = col(DISPUTED_TRANSACTION_COUNT);
    Column whole = col(TRANSACTION_COUNT);
    return withBounds(
        with(rows, RATE, part.divide(whole)),
        IntervalColumns.wilson(part, whole),
        RATE_LOW,
        RATE_HIGH);
  }
}
