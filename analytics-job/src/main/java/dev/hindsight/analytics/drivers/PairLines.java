package dev.hindsight.analytics.drivers;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.enriched;
import static dev.hindsight.analytics.dataset.Columns.joined;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.with;
import static dev.hindsight.datasets.marts.Driver.CAUSE;
import static dev.hindsight.datasets.marts.Driver.OBSERVED_COUNT;
import static dev.hindsight.datasets.marts.Driver.SELLER_ID;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.expectation.Expectation;
import dev.hindsight.analytics.taxonomy.Taxonomy;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.datasets.marts.Dispute;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The order lines of flagged sellers, once for each cause that the seller is flagged for, each with
 * what it weighs in the pair's expected count and whether it is one of the observed.
 *
 * <p>{@code seller_id, cause, buyer_id, observed_count} 0 or 1{@code , others_rate, rate,
 * dimension_values}
 */
record PairLines(Cohort cohort) {
  /** Array of {@code dimension, dimension_value}. */
  static final Field VALUES = scratch("dimension_values");

  /** The line's part of the pair's expected count. */
  static final Field WEIGHT = Expectation.OTHERS_RATE;

  /** The same by the marketplace's rate, the seller's own orders included. */
  static final Field MARKETPLACE_WEIGHT = Expectation.RATE;

  static final Field BUYER = Transaction.BUYER_ID;

  /**
   * @param pairs {@code seller_id, cause}, each once
   * @param cells {@link Expectation#cells}
   * @param disputes as of the date
   */
  Dataset<Row> from(
      Dataset<Row> pairs, Dataset<Row> cells, Dataset<Row> transactions, Dataset<Row> disputes) {
    Dataset<Row> weighed =
        joined(
            joined(cohort.lines(transactions), pairs, SELLER_ID),
            Expectation.rates(pairs, cells, cohort),
            SELLER_ID,
            CAUSE,
            Transaction.CATEGORY,
            Cohort.PRICE_BAND,
            Cohort.ORDER_WEEK);
    Dataset<Row> beside =
        enriched(
            weighed,
            Expectation.marketplaceRates(pairs.select(col(CAUSE)).distinct(), cells, cohort),
            CAUSE,
            Transaction.CATEGORY,
            Cohort.PRICE_BAND,
            Cohort.ORDER_WEEK);
    Dataset<Row> disputed =
        enriched(
            beside,
            observed(disputes),
            SELLER_ID,
            CAUSE,
            Transaction.TRANSACTION_ID,
            Transaction.ORDERED_AT);
    return disputed.select(
        col(SELLER_ID),
        col(CAUSE),
        col(BUYER),
        as(OBSERVED_COUNT, coalesce(col(OBSERVED_COUNT), lit(0L))),
        col(WEIGHT),
        col(MARKETPLACE_WEIGHT),
        as(VALUES, new Dimensions(cohort).of(isOfLateness())));
  }

  private Dataset<Row> observed(Dataset<Row> disputes) {
    return with(keys(cohort.counted(disputes)), OBSERVED_COUNT, lit(1L));
  }

  /** What a counted dispute and its order line have in common, and the cause. */
  static Dataset<Row> keys(Dataset<Row> counted) {
    return counted.select(
        as(SELLER_ID, col(Dispute.SELLER_ID)),
        as(CAUSE, col(Dispute.CAUSE)),
        as(Transaction.TRANSACTION_ID, col(Dispute.TRANSACTION_ID)),
        as(Transaction.ORDERED_AT, col(Dispute.ORDERED_AT)));
  }

  private static Column isOfLateness() {
    Object[] causes = Taxonomy.bundled().causesOf(Dimensions.FAMILIES_OF_LATENESS).toArray();
    return col(CAUSE).isin(causes);
  }
}
