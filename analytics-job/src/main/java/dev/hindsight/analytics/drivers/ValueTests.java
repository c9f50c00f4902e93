package dev.hindsight.analytics.drivers;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.cols;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.unfolded;
import static dev.hindsight.analytics.dataset.Columns.with;
import static dev.hindsight.analytics.dataset.Columns.without;
import static dev.hindsight.datasets.marts.Driver.CAUSE;
import static dev.hindsight.datasets.marts.Driver.DIMENSION;
import static dev.hindsight.datasets.marts.Driver.DIMENSION_VALUE;
import static dev.hindsight.datasets.marts.Driver.EXPECTED_COUNT;
import static dev.hindsight.datasets.marts.Driver.OBSERVED_COUNT;
import static dev.hindsight.datasets.marts.Driver.PAIR_EXPECTED_COUNT;
import static dev.hindsight.datasets.marts.Driver.PAIR_OBSERVED_COUNT;
import static dev.hindsight.datasets.marts.Driver.P_VALUE;
import static dev.hindsight.datasets.marts.Driver.Q_VALUE;
import static dev.hindsight.datasets.marts.Driver.SELLER_ID;
import static dev.hindsight.datasets.marts.Driver.TRANSACTION_COUNT;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.ln;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import dev.hindsight.analytics.dataset.Columns;
import dev.hindsight.analytics.statistics.DriverShare;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.marts.DriverDimension;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;

/**
 * Whether a value has more than its share of a pair's disputed orders, for all values of all
 * dimensions of the pair as one family. Its share is what it would have were the seller as bad with
 * every value: that others are disputed more for it, too, is in it.
 */
final class ValueTests {
  static final Field MARKETPLACE_EXPECTED = scratch("marketplace_expected");

  private static final int COMPARED_DIGITS = 9;

  private static final Field VALUE = scratch("value");
  private static final Field STEP_UP = scratch("step_up");
  private static final Field PLACE = scratch("place");

  private ValueTests() {}

  /**
   * One row per pair, dimension and value, with counts, p and q; those that are {@linkplain
   * Dimensions#isKnown unknown} or expect nothing are not tested.
   *
   * @param weighed {@link #counted} with {@link OtherSellers#EFFECT}
   */
  static Dataset<Row> of(Dataset<Row> weighed) {
    Dataset<Row> counted = with(weighed, EXPECTED_COUNT, expectedWithEffects());
    UDF4<Long, Double, Long, Double, Double> test =
        (observed, expected, total, totalExpected) ->
            new DriverShare(observed, expected, total, totalExpected).pValue();
    Column p =
        udf(test, DataTypes.DoubleType)
            .apply(
                col(OBSERVED_COUNT),
                col(EXPECTED_COUNT),
                col(PAIR_OBSERVED_COUNT),
                col(PAIR_EXPECTED_COUNT));
    Column isTested = Dimensions.isKnown().and(col(EXPECTED_COUNT).gt(lit(0)));
    Dataset<Row> tested = with(counted, P_VALUE, when(isTested, p));
    Dataset<Row> family = with(tested.where(isTested), STEP_UP, stepUp());
    Dataset<Row> ranked = without(with(family, Q_VALUE, q()), STEP_UP);
    Column none = lit(null).cast("double");
    return ranked.unionByName(with(tested.where(not(isTested)), Q_VALUE, none));
  }

  /**
   * Of each pair the row of its driver, if it has one: of equal p the one with more observed, then
   * the first dimension of the list. Where an article is the only one of its price, the article is
   * named. Sums of the same weights in another order differ by less than the digits compared.
   */
  static Dataset<Row> drivers(Dataset<Row> tested) {
    Column isDriver =
        col(Q_VALUE)
            .lt(lit(DriverShare.Q_BELOW))
            .and(col(OBSERVED_COUNT).geq(lit(DriverShare.FEWEST_OBSERVED)));
    Column place =
        row_number()
            .over(
                Window.partitionBy(cols(SELLER_ID, CAUSE))
                    .orderBy(
                        round(ln(col(P_VALUE)), COMPARED_DIGITS),
                        col(OBSERVED_COUNT).desc(),
                        placeInList(),
                        col(DIMENSION_VALUE)));
    return without(
        with(tested.where(isDriver), PLACE, place).where(col(PLACE).equalTo(lit(1))), PLACE);
  }

  private static Column placeInList() {
    Column[] list =
        Arrays.stream(DriverDimension.values())
            .map(dimension -> lit(dimension.name()))
            .toArray(Column[]::new);
    return array_position(array(list), col(DIMENSION));
  }

  /**
   * One row per pair, dimension and value: its lines' weight is {@code expected_count}.
   *
   * @param lines {@link PairLines}
   */
  static Dataset<Row> counted(Dataset<Row> lines) {
    return withTotals(byValue(lines), lines);
  }

  /** A value's weight times its effect, so that a dimension's values add up to the pair's. */
  private static Column expectedWithEffects() {
    Column weight = col(EXPECTED_COUNT).multiply(col(OtherSellers.EFFECT));
    Column all = sum(weight).over(Window.partitionBy(cols(SELLER_ID, CAUSE, DIMENSION)));
    return coalesce(try_divide(weight.multiply(col(PAIR_EXPECTED_COUNT)), all), lit(0.0));
  }

  private static Dataset<Row> byValue(Dataset<Row> lines) {
    return unfolded(with(lines, VALUE, explode(col(PairLines.VALUES))), VALUE)
        .groupBy(cols(SELLER_ID, CAUSE, DIMENSION, DIMENSION_VALUE))
        .agg(
            as(TRANSACTION_COUNT, count(lit(1))),
            as(OBSERVED_COUNT, sum(col(OBSERVED_COUNT))),
            as(EXPECTED_COUNT, sum(col(PairLines.WEIGHT))),
            as(MARKETPLACE_EXPECTED, sum(col(PairLines.MARKETPLACE_WEIGHT))));
  }

  private static Dataset<Row> withTotals(Dataset<Row> counted, Dataset<Row> lines) {
    Dataset<Row> totals =
        lines
            .groupBy(cols(SELLER_ID, CAUSE))
            .agg(
                as(PAIR_OBSERVED_COUNT, sum(col(OBSERVED_COUNT))),
                as(PAIR_EXPECTED_COUNT, sum(col(PairLines.WEIGHT))));
    return Columns.joined(counted, totals, SELLER_ID, CAUSE);
  }

  /** p times the family's size, divided by how many have a p as small. */
  private static Column stepUp() {
    WindowSpec family = Window.partitionBy(cols(SELLER_ID, CAUSE));
    WindowSpec asSmall =
        family.orderBy(col(P_VALUE)).rangeBetween(Window.unboundedPreceding(), Window.currentRow());
    return col(P_VALUE)
        .multiply(count(lit(1)).over(family).cast("double"))
        .divide(count(lit(1)).over(asSmall).cast("double"));
  }

  private static Column q() {
    return min(col(STEP_UP))
        .over(
            Window.partitionBy(cols(SELLER_ID, CAUSE))
                .orderBy(col(P_VALUE).desc())
                .rangeBetween(Window.unboundedPreceding(), Window.currentRow()));
  }
}
