package dev.hindsight.analytics.drivers;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.cols;
import static dev.hindsight.analytics.dataset.Columns.enriched;
import static dev.hindsight.analytics.dataset.Columns.joined;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.unfolded;
import static dev.hindsight.analytics.dataset.Columns.with;
import static dev.hindsight.analytics.dataset.Columns.without;
import static dev.hindsight.analytics.statistics.IntervalColumns.withBounds;
import static dev.hindsight.datasets.marts.Driver.CAUSE;
import static dev.hindsight.datasets.marts.Driver.DIMENSION;
import static dev.hindsight.datasets.marts.Driver.DIMENSION_VALUE;
import static dev.hindsight.datasets.marts.Driver.IS_HIGH_FOR_OTHERS;
import static dev.hindsight.datasets.marts.Driver.OBSERVED_COUNT;
import static dev.hindsight.datasets.marts.Driver.OTHERS_EXPECTED_COUNT;
import static dev.hindsight.datasets.marts.Driver.OTHERS_OBSERVED_COUNT;
import static dev.hindsight.datasets.marts.Driver.OTHERS_RATIO;
import static dev.hindsight.datasets.marts.Driver.OTHERS_RATIO_HIGH;
import static dev.hindsight.datasets.marts.Driver.OTHERS_RATIO_LOW;
import static dev.hindsight.datasets.marts.Driver.PAIR_OBSERVED_COUNT;
import static dev.hindsight.datasets.marts.Driver.SELLER_ID;
import static dev.hindsight.datasets.marts.Driver.TRANSACTION_COUNT;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.expectation.Cells;
import dev.hindsight.analytics.expectation.Expectation;
import dev.hindsight.analytics.statistics.IntervalColumns;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.datasets.marts.Dispute;
import dev.hindsight.datasets.marts.DriverDimension;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Whether the other sellers, too, are disputed more for what they send with a carrier or to a
 * region than for the rest of what they send.
 */
record OtherSellers(Cohort cohort) {
  private static final Field VALUE = scratch("value");
  private static final Field ALL_OBSERVED = scratch("all_observed");
  private static final Field ALL_EXPECTED = scratch("all_expected");
  private static final Field MARKET_OBSERVED = scratch("market_observed");
  private static final Field PAIR_MARKETPLACE_EXPECTED = scratch("pair_marketplace_expected");

  /**
   * The tested values with what the other sellers have; absent for dimensions that sellers do not
   * share.
   *
   * @param tested {@link ValueTests#of}
   */
  Dataset<Row> beside(
      Dataset<Row> tested, Cells cells, Dataset<Row> transactions, Dataset<Row> disputes) {
    Dataset<Row> all = all(tested.select(col(CAUSE)).distinct(), cells, transactions, disputes);
    Dataset<Row> ofMarket =
        all.where(col(DIMENSION).equalTo(lit(DriverDimension.CARRIER.name())))
            .groupBy(col(CAUSE))
            .agg(as(MARKET_OBSERVED, sum(col(ALL_OBSERVED))));
    Dataset<Row> ofPair =
        tested
            .where(col(DIMENSION).equalTo(lit(DriverDimension.CARRIER.name())))
            .groupBy(cols(SELLER_ID, CAUSE))
            .agg(as(PAIR_MARKETPLACE_EXPECTED, sum(col(ValueTests.MARKETPLACE_EXPECTED))));
    Dataset<Row> known = enriched(tested, all, CAUSE, DIMENSION, DIMENSION_VALUE);
    known = enriched(enriched(known, ofMarket, CAUSE), ofPair, SELLER_ID, CAUSE);
    return without(
        known.transform(OtherSellers::compared),
        ValueTests.MARKETPLACE_EXPECTED,
        ALL_OBSERVED,
        ALL_EXPECTED,
        MARKET_OBSERVED,
        PAIR_MARKETPLACE_EXPECTED);
  }

  /**
   * The marketplace expects as many as it observes. What is left without the seller is scaled so
   * that the others expect as many as they observe, too.
   */
  private static Dataset<Row> compared(Dataset<Row> known) {
    Column isComparable = col(ALL_EXPECTED).isNotNull().and(Dimensions.isKnown());
    Column observed = col(ALL_OBSERVED).minus(col(OBSERVED_COUNT));
    Column scale =
        try_divide(
            col(MARKET_OBSERVED).minus(col(PAIR_OBSERVED_COUNT)).cast("double"),
            col(MARKET_OBSERVED).minus(col(PAIR_MARKETPLACE_EXPECTED)));
    Column expected =
        greatest(col(ALL_EXPECTED).minus(col(ValueTests.MARKETPLACE_EXPECTED)), lit(0.0))
            .multiply(scale);
    Dataset<Row> beside = with(known, OTHERS_OBSERVED_COUNT, when(isComparable, observed));
    beside = with(beside, OTHERS_EXPECTED_COUNT, when(isComparable, expected));
    beside =
        with(
            beside,
            OTHERS_RATIO,
            try_divide(col(OTHERS_OBSERVED_COUNT), col(OTHERS_EXPECTED_COUNT)));
    beside =
        withBounds(
            beside,
            IntervalColumns.ratio(col(OTHERS_OBSERVED_COUNT), col(OTHERS_EXPECTED_COUNT)),
            OTHERS_RATIO_LOW,
            OTHERS_RATIO_HIGH);
    return with(beside, IS_HIGH_FOR_OTHERS, col(OTHERS_RATIO_LOW).gt(lit(1)));
  }

  /** Observed and expected of all sellers per cause, shared dimension and value. */
  private Dataset<Row> all(
      Dataset<Row> causes, Cells cells, Dataset<Row> transactions, Dataset<Row> disputes) {
    Dataset<Row> rates =
        joined(Expectation.marketplaceRates(cells, cohort), broadcast(causes), CAUSE);
    Dataset<Row> sold =
        cohort
            .lines(transactions)
            .groupBy(
                cols(
                    Transaction.CATEGORY,
                    Cohort.PRICE_BAND,
                    Cohort.ORDER_WEEK,
                    Transaction.CARRIER,
                    Transaction.SHIP_REGION))
            .agg(as(TRANSACTION_COUNT, count(lit(1))));
    Column weight = col(TRANSACTION_COUNT).multiply(col(Expectation.RATE));
    Dataset<Row> expected =
        perValue(
                joined(sold, rates, Transaction.CATEGORY, Cohort.PRICE_BAND, Cohort.ORDER_WEEK),
                Expectation.RATE,
                TRANSACTION_COUNT)
            .groupBy(cols(CAUSE, DIMENSION, DIMENSION_VALUE))
            .agg(as(ALL_EXPECTED, sum(weight)));
    Dataset<Row> observed =
        perValue(joined(cohort.counted(disputes), broadcast(causes), Dispute.CAUSE))
            .groupBy(cols(CAUSE, DIMENSION, DIMENSION_VALUE))
            .agg(as(ALL_OBSERVED, count(lit(1))));
    return with(
        enriched(expected, observed, CAUSE, DIMENSION, DIMENSION_VALUE),
        ALL_OBSERVED,
        coalesce(col(ALL_OBSERVED), lit(0L)));
  }

  private static Dataset<Row> perValue(Dataset<Row> rows, Field... kept) {
    Field[] columns = Stream.concat(Stream.of(CAUSE), Arrays.stream(kept)).toArray(Field[]::new);
    Dataset<Row> exploded =
        rows.select(
            Stream.concat(
                    Arrays.stream(cols(columns)),
                    Stream.of(as(VALUE, explode(Dimensions.shared()))))
                .toArray(Column[]::new));
    return unfolded(exploded, VALUE);
  }
}
