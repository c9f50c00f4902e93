package dev.hindsight.analytics.scorecards;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.enriched;
import static dev.hindsight.analytics.dataset.Columns.with;
import static dev.hindsight.analytics.dataset.Columns.withZeros;
import static dev.hindsight.analytics.dataset.Columns.without;
import static dev.hindsight.analytics.statistics.IntervalColumns.withBounds;
import static dev.hindsight.datasets.marts.SellerScorecard.ADJUSTED_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.DISPUTED_TRANSACTION_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.DISPUTE_RATE;
import static dev.hindsight.datasets.marts.SellerScorecard.DISPUTE_RATE_HIGH;
import static dev.hindsight.datasets.marts.SellerScorecard.DISPUTE_RATE_LOW;
import static dev.hindsight.datasets.marts.SellerScorecard.EXPECTED_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.OBSERVED_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.OPENED_DISPUTE_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.ORDER_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.RATIO;
import static dev.hindsight.datasets.marts.SellerScorecard.RATIO_HIGH;
import static dev.hindsight.datasets.marts.SellerScorecard.RATIO_LOW;
import static dev.hindsight.datasets.marts.SellerScorecard.SELLER_ID;
import static dev.hindsight.datasets.marts.SellerScorecard.TRANSACTION_COUNT;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.expectation.Expectation;
import dev.hindsight.analytics.statistics.IntervalColumns;
import dev.hindsight.datasets.marts.Dispute;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What each seller sold in a window, and how much of it was disputed, by both clocks.
 *
 * <p>One row per seller with an order in the window or a dispute opened in it, with the scorecard's
 * columns for that.
 */
public record WindowCounts(Cohort cohort) {
  /**
   * @param orders distinct orders per seller
   * @param expectation rows of {@link Expectation}
   */
  public Dataset<Row> from(
      Dataset<Row> sold, Dataset<Row> orders, Dataset<Row> disputes, Dataset<Row> expectation) {
    Dataset<Row> transactions =
        sold.groupBy(col(SELLER_ID)).agg(as(TRANSACTION_COUNT, sum(col(TRANSACTION_COUNT))));
    Dataset<Row> opened = opened(disputes);
    Dataset<Row> sellers =
        transactions.select(col(SELLER_ID)).union(opened.select(col(SELLER_ID))).distinct();
    Dataset<Row> counted = sellers;
    for (Dataset<Row> counts :
        List.of(transactions, orders, disputedLines(disputes), opened, ofAnyCause(expectation))) {
      counted = enriched(counted, counts, SELLER_ID);
    }
    return counted
        .transform(WindowCounts::withoutGaps)
        .transform(WindowCounts::withRate)
        .transform(WindowCounts::withRatio);
  }

  private Dataset<Row> opened(Dataset<Row> disputes) {
    return disputes
        .where(cohort.window().contains(col(Dispute.OPENED_DATE)))
        .groupBy(col(Dispute.SELLER_ID))
        .agg(as(OPENED_DISPUTE_COUNT, count(lit(1))));
  }

  private Dataset<Row> disputedLines(Dataset<Row> disputes) {
    return cohort
        .disputed(disputes)
        .groupBy(col(Dispute.SELLER_ID))
        .agg(
            as(
                DISPUTED_TRANSACTION_COUNT,
                count_distinct(col(Dispute.TRANSACTION_ID), col(Dispute.ORDERED_AT))),
            as(ADJUSTED_COUNT, count_if(col(Dispute.IS_ADJUSTED))));
  }

  private static Dataset<Row> ofAnyCause(Dataset<Row> expectation) {
    return without(
        expectation.where(col(Expectation.CAUSE).equalTo(lit(Cohort.ANY_CAUSE))),
        Cohort.COHORT_DATE,
        Expectation.CAUSE);
  }

  private static Dataset<Row> withoutGaps(Dataset<Row> counted) {
    return withZeros(
        counted,
        TRANSACTION_COUNT,
        ORDER_COUNT,
        DISPUTED_TRANSACTION_COUNT,
        OPENED_DISPUTE_COUNT,
        OBSERVED_COUNT,
        ADJUSTED_COUNT);
  }

  private static Dataset<Row> withRate(Dataset<Row> counted) {
    Column part = col(DISPUTED_TRANSACTION_COUNT);
    Column whole = col(TRANSACTION_COUNT);
    return withBounds(
        with(counted, DISPUTE_RATE, try_divide(part, whole)),
        IntervalColumns.wilson(part, whole),
        DISPUTE_RATE_LOW,
        DISPUTE_RATE_HIGH);
  }

  private static Dataset<Row> withRatio(Dataset<Row> counted) {
    return withBounds(
        with(counted, RATIO, try_divide(col(OBSERVED_COUNT), col(EXPECTED_COUNT))),
        IntervalColumns.ratio(col(OBSERVED_COUNT), col(EXPECTED_COUNT)),
        RATIO_LOW,
        RATIO_HIGH);
  }
}
