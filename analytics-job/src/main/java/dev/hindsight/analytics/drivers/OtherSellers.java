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
import dev.hindsight.analytics.expectation.WeighedLines;
import dev.hindsight.analytics.statistics.IntervalColumns;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.datasets.marts.DriverDimension;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Whether the other sellers, too, are disputed more for what they send with a carrier, to a region,
 * on a weekday than for the rest of what they send: of the dimensions that {@linkplain
 * Dimensions#shared() sellers share}.
 */
record OtherSellers(Cohort cohort) {
  /**
   * By how much the value raises the disputes of the other sellers; 1 in dimensions that sellers do
   * not share.
   */
  static final Field EFFECT = scratch("effect");

  /** With fewer expected than this, what is believed of an effect is nearer to none than to it. */
  private static final double EXPECTED_OF_NO_EFFECT = 20;

  private static final Field VALUE = scratch("value");
  private static final Field ALL_OBSERVED = scratch("all_observed");
  private static final Field ALL_EXPECTED = scratch("all_expected");
  private static final Field MARKET_OBSERVED = scratch("market_observed");
  private static final Field MARKET_EXPECTED = scratch("market_expected");
  private static final Field PAIR_MARKETPLACE_EXPECTED = scratch("pair_marketplace_expected");

  /**
   * The counted values with what the other sellers have, absent for dimensions that sellers do not
   * share, and {@link #EFFECT}.
   *
   * @param counted {@link ValueTests#counted}
   */
  Dataset<Row> beside(
      Dataset<Row> counted, Cells cells, Dataset<Row> transactions, Dataset<Row> disputes) {
    Dataset<Row> all = all(counted.select(col(CAUSE)).distinct(), cells, transactions, disputes);
    Column isOfOneDimension = col(DIMENSION).equalTo(lit(DriverDimension.CARRIER.name()));
    Dataset<Row> ofMarket =
        all.where(isOfOneDimension)
            .groupBy(col(CAUSE))
            .agg(
                as(MARKET_OBSERVED, sum(col(ALL_OBSERVED))),
                as(MARKET_EXPECTED, sum(col(ALL_EXPECTED))));
    Dataset<Row> ofPair =
        counted
            .where(isOfOneDimension)
            .groupBy(cols(SELLER_ID, CAUSE))
            .agg(as(PAIR_MARKETPLACE_EXPECTED, sum(col(ValueTests.MARKETPLACE_EXPECTED))));
    Dataset<Row> known = enriched(counted, all, CAUSE, DIMENSION, DIMENSION_VALUE);
    known = enriched(enriched(known, ofMarket, CAUSE), ofPair, SELLER_ID, CAUSE);
    return without(
        known.transform(OtherSellers::withOthers).transform(OtherSellers::withNote),
        ValueTests.MARKETPLACE_EXPECTED,
        ALL_OBSERVED,
        ALL_EXPECTED,
        MARKET_OBSERVED,
        MARKET_EXPECTED,
        PAIR_MARKETPLACE_EXPECTED);
  }

  /** What is left without the seller, scaled so that the others expect as many as they observe. */
  private static Dataset<Row> withOthers(Dataset<Row> known) {
    Column observed = col(ALL_OBSERVED).minus(col(OBSERVED_COUNT));
    Column scale =
        try_divide(
            col(MARKET_OBSERVED).minus(col(PAIR_OBSERVED_COUNT)).cast("double"),
            col(MARKET_EXPECTED).minus(col(PAIR_MARKETPLACE_EXPECTED)));
    Column expected =
        greatest(col(ALL_EXPECTED).minus(col(ValueTests.MARKETPLACE_EXPECTED)), lit(0.0))
            .multiply(scale);
    Column effect =
        observed.plus(lit(EXPECTED_OF_NO_EFFECT)).divide(expected.plus(lit(EXPECTED_OF_NO_EFFECT)));
    Dataset<Row> beside = with(known, EFFECT, coalesce(effect, lit(1.0)));
    beside = with(beside, OTHERS_OBSERVED_COUNT, when(Dimensions.isKnown(), observed));
    return with(beside, OTHERS_EXPECTED_COUNT, when(Dimensions.isKnown(), expected));
  }

  private static Dataset<Row> withNote(Dataset<Row> beside) {
    Dataset<Row> noted =
        with(
            beside,
            OTHERS_RATIO,
            try_divide(col(OTHERS_OBSERVED_COUNT), col(OTHERS_EXPECTED_COUNT)));
    noted =
        withBounds(
            noted,
            IntervalColumns.ratio(col(OTHERS_OBSERVED_COUNT), col(OTHERS_EXPECTED_COUNT)),
            OTHERS_RATIO_LOW,
            OTHERS_RATIO_HIGH);
    return with(noted, IS_HIGH_FOR_OTHERS, col(OTHERS_RATIO_LOW).gt(lit(1)));
  }

  /** Observed and expected of all sellers per cause, shared dimension and value. */
  private Dataset<Row> all(
      Dataset<Row> causes, Cells cells, Dataset<Row> transactions, Dataset<Row> disputes) {
    Dataset<Row> lines = cohort.lines(transactions);
    Dataset<Row> sold =
        perValue(lines, Transaction.CATEGORY, Cohort.PRICE_BAND, Cohort.ORDER_WEEK)
            .groupBy(
                cols(
                    Transaction.CATEGORY,
                    Cohort.PRICE_BAND,
                    Cohort.ORDER_WEEK,
                    DIMENSION,
                    DIMENSION_VALUE))
            .agg(as(TRANSACTION_COUNT, count(lit(1))));
    Dataset<Row> rates =
        joined(Expectation.marketplaceRates(cells, cohort), broadcast(causes), CAUSE);
    Dataset<Row> expected =
        joined(sold, rates, Transaction.CATEGORY, Cohort.PRICE_BAND, Cohort.ORDER_WEEK)
            .groupBy(cols(CAUSE, DIMENSION, DIMENSION_VALUE))
            .agg(as(ALL_EXPECTED, sum(col(TRANSACTION_COUNT).multiply(col(Expectation.RATE)))));
    Dataset<Row> counted =
        joined(WeighedLines.observed(cohort, disputes), broadcast(causes), CAUSE);
    Dataset<Row> observed =
        perValue(
                joined(
                    lines, counted, SELLER_ID, Transaction.TRANSACTION_ID, Transaction.ORDERED_AT),
                CAUSE)
            .groupBy(cols(CAUSE, DIMENSION, DIMENSION_VALUE))
            .agg(as(ALL_OBSERVED, count(lit(1))));
    return with(
        enriched(expected, observed, CAUSE, DIMENSION, DIMENSION_VALUE),
        ALL_OBSERVED,
        coalesce(col(ALL_OBSERVED), lit(0L)));
  }

  private Dataset<Row> perValue(Dataset<Row> lines, Field... kept) {
    Column[] columns =
        Stream.concat(
                Arrays.stream(cols(kept)),
                Stream.of(as(VALUE, explode(new Dimensions(cohort).shared()))))
            .toArray(Column[]::new);
    return unfolded(lines.select(columns), VALUE);
  }
}
