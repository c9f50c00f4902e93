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
import static dev.hindsight.datasets.marts.Driver.BUYER_COUNT;
import static dev.hindsight.datasets.marts.Driver.CAUSE;
import static dev.hindsight.datasets.marts.Driver.DIMENSION;
import static dev.hindsight.datasets.marts.Driver.DIMENSION_VALUE;
import static dev.hindsight.datasets.marts.Driver.DRIVER_RANK;
import static dev.hindsight.datasets.marts.Driver.EXPECTED_COUNT;
import static dev.hindsight.datasets.marts.Driver.OBSERVED_COUNT;
import static dev.hindsight.datasets.marts.Driver.OTHER_VALUES_EXPECTED_COUNT;
import static dev.hindsight.datasets.marts.Driver.PAIR_EXPECTED_COUNT;
import static dev.hindsight.datasets.marts.Driver.PAIR_OBSERVED_COUNT;
import static dev.hindsight.datasets.marts.Driver.P_VALUE;
import static dev.hindsight.datasets.marts.Driver.Q_VALUE;
import static dev.hindsight.datasets.marts.Driver.RATIO;
import static dev.hindsight.datasets.marts.Driver.REST_P_VALUE;
import static dev.hindsight.datasets.marts.Driver.REST_Q_VALUE;
import static dev.hindsight.datasets.marts.Driver.SELLER_ID;
import static dev.hindsight.datasets.marts.Driver.TOP_BUYER_COUNT;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.udf;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.dataset.IntermediateRows;
import dev.hindsight.analytics.expectation.Cells;
import dev.hindsight.analytics.statistics.DriverShare;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.marts.DriverDimension;
import dev.hindsight.datasets.marts.SellerCause;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/** What carries the excess of each flagged seller and cause. */
public record Drivers(Cohort cohort, IntermediateRows intermediate) {
  private static final Field FIRST = scratch("first_driver");
  private static final Field FIRST_RANK = scratch("first_rank");
  private static final Field SECOND_RANK = scratch("second_rank");
  private static final Field VALUE = scratch("value");
  private static final Field BUYER_OBSERVED = scratch("buyer_observed");

  /**
   * @param sellerCauses rows of the mart
   * @param cells of all sellers
   * @param disputes as of the date
   */
  public Dataset<Row> from(
      Dataset<Row> sellerCauses, Cells cells, Dataset<Row> transactions, Dataset<Row> disputes) {
    Dataset<Row> pairs =
        intermediate.readBack(
            sellerCauses
                .where(col(SellerCause.IS_FLAGGED))
                .select(cols(SellerCause.SELLER_ID, SellerCause.CAUSE)),
            "flagged_pairs");
    Dataset<Row> lines =
        intermediate.readBack(
            new PairLines(cohort).from(pairs, cells, transactions, disputes), "pair_lines");
    Dataset<Row> weighed =
        intermediate.readBack(
            new OtherSellers(cohort)
                .beside(ValueTests.counted(lines), cells, transactions, disputes),
            "driver_counts");
    Dataset<Row> tested = intermediate.readBack(ValueTests.of(weighed), "driver_values");
    Column isShown =
        not(col(DIMENSION).equalTo(lit(DriverDimension.SKU.name())))
            .or(col(OBSERVED_COUNT).gt(lit(0)));
    Dataset<Row> ranked = withRanks(tested.where(isShown), tested, lines);
    return beside(without(ranked, OtherSellers.EFFECT), buyers(lines))
        .transform(Drivers::withRatios)
        .transform(cohort::stamped);
  }

  private Dataset<Row> withRanks(Dataset<Row> shown, Dataset<Row> tested, Dataset<Row> lines) {
    Dataset<Row> first = ValueTests.drivers(tested);
    Dataset<Row> others =
        joined(
                lines,
                first.select(
                    col(SELLER_ID),
                    col(CAUSE),
                    as(FIRST, struct(col(DIMENSION), col(DIMENSION_VALUE)))),
                SELLER_ID,
                CAUSE)
            .where(not(array_contains(col(PairLines.VALUES), col(FIRST))));
    Dataset<Row> weighed =
        beside(ValueTests.counted(without(others, FIRST)), keyed(tested, col(OtherSellers.EFFECT)));
    Dataset<Row> rest = intermediate.readBack(ValueTests.of(weighed), "driver_values_of_rest");
    Dataset<Row> second = ValueTests.drivers(rest);
    Dataset<Row> ranked = beside(shown, keyed(first, as(FIRST_RANK, lit(1))));
    ranked = beside(ranked, keyed(second, as(SECOND_RANK, lit(2))));
    ranked =
        beside(ranked, keyed(rest, as(REST_P_VALUE, col(P_VALUE)), as(REST_Q_VALUE, col(Q_VALUE))));
    return without(
        with(ranked, DRIVER_RANK, coalesce(col(FIRST_RANK), col(SECOND_RANK))),
        FIRST_RANK,
        SECOND_RANK);
  }

  private static Dataset<Row> beside(Dataset<Row> rows, Dataset<Row> more) {
    return enriched(rows, more, SELLER_ID, CAUSE, DIMENSION, DIMENSION_VALUE);
  }

  private static Dataset<Row> keyed(Dataset<Row> rows, Column... more) {
    return rows.select(
        Stream.concat(
                Arrays.stream(cols(SELLER_ID, CAUSE, DIMENSION, DIMENSION_VALUE)),
                Arrays.stream(more))
            .toArray(Column[]::new));
  }

  private static Dataset<Row> buyers(Dataset<Row> lines) {
    Dataset<Row> disputed =
        lines.where(col(OBSERVED_COUNT).gt(lit(0)).and(col(PairLines.BUYER).isNotNull()));
    return unfolded(with(disputed, VALUE, explode(col(PairLines.VALUES))), VALUE)
        .groupBy(cols(SELLER_ID, CAUSE, DIMENSION, DIMENSION_VALUE, PairLines.BUYER))
        .agg(as(BUYER_OBSERVED, count(lit(1))))
        .groupBy(cols(SELLER_ID, CAUSE, DIMENSION, DIMENSION_VALUE))
        .agg(as(BUYER_COUNT, count(lit(1))), as(TOP_BUYER_COUNT, max(col(BUYER_OBSERVED))));
  }

  private static Dataset<Row> withRatios(Dataset<Row> rows) {
    UDF4<Long, Double, Long, Double, @Nullable Double> atOtherValues =
        (observed, expected, total, totalExpected) -> {
          if (expected <= 0) {
            return null;
          }
          OptionalDouble others =
              new DriverShare(observed, expected, total, totalExpected).expectedAtOtherValues();
          return others.isPresent() ? others.getAsDouble() : null;
        };
    Dataset<Row> compared = with(rows, RATIO, try_divide(col(OBSERVED_COUNT), col(EXPECTED_COUNT)));
    return with(
        compared,
        OTHER_VALUES_EXPECTED_COUNT,
        udf(atOtherValues, DataTypes.DoubleType)
            .apply(
                col(OBSERVED_COUNT),
                col(EXPECTED_COUNT),
                col(PAIR_OBSERVED_COUNT),
                col(PAIR_EXPECTED_COUNT)));
  }
}
