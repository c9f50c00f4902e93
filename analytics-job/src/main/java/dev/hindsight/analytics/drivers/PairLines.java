package dev.hindsight.analytics.drivers;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.enriched;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.datasets.marts.Driver.CAUSE;
import static dev.hindsight.datasets.marts.Driver.OBSERVED_COUNT;
import static dev.hindsight.datasets.marts.Driver.SELLER_ID;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.expectation.Cells;
import dev.hindsight.analytics.expectation.Expectation;
import dev.hindsight.analytics.expectation.WeighedLines;
import dev.hindsight.analytics.taxonomy.Taxonomy;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.Transaction;
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
   * @param cells of all sellers
   * @param disputes as of the date
   */
  Dataset<Row> from(
      Dataset<Row> pairs, Cells cells, Dataset<Row> transactions, Dataset<Row> disputes) {
    Dataset<Row> beside =
        enriched(
            new WeighedLines(cohort).from(pairs, cells, transactions, disputes),
            Expectation.marketplaceRates(cells, cohort),
            CAUSE,
            Transaction.CATEGORY,
            Cohort.PRICE_BAND,
            Cohort.ORDER_WEEK);
    return beside.select(
        col(SELLER_ID),
        col(CAUSE),
        col(BUYER),
        col(OBSERVED_COUNT),
        col(WEIGHT),
        col(MARKETPLACE_WEIGHT),
        as(VALUES, new Dimensions(cohort).of(isOfLateness())));
  }

  private static Column isOfLateness() {
    Object[] causes = Taxonomy.bundled().causesOf(Dimensions.FAMILIES_OF_LATENESS).toArray();
    return col(CAUSE).isin(causes);
  }
}
