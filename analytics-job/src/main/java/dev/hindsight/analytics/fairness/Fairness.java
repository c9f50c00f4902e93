package dev.hindsight.analytics.fairness;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.cols;
import static dev.hindsight.analytics.dataset.Columns.enriched;
import static dev.hindsight.analytics.dataset.Columns.joined;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.unfolded;
import static dev.hindsight.analytics.dataset.Columns.with;
import static dev.hindsight.analytics.dataset.Columns.withZeros;
import static dev.hindsight.analytics.dataset.Columns.without;
import static dev.hindsight.analytics.statistics.IntervalColumns.withBounds;
import static dev.hindsight.datasets.marts.DecisionFairness.COMPARED_COUNT;
import static dev.hindsight.datasets.marts.DecisionFairness.DECIDED_COUNT;
import static dev.hindsight.datasets.marts.DecisionFairness.EXPECTED_COUNT;
import static dev.hindsight.datasets.marts.DecisionFairness.EXPECTED_SHARE;
import static dev.hindsight.datasets.marts.DecisionFairness.GROUP_DIMENSION;
import static dev.hindsight.datasets.marts.DecisionFairness.GROUP_VALUE;
import static dev.hindsight.datasets.marts.DecisionFairness.IS_FLAGGED;
import static dev.hindsight.datasets.marts.DecisionFairness.OBSERVED_COUNT;
import static dev.hindsight.datasets.marts.DecisionFairness.OBSERVED_SHARE;
import static dev.hindsight.datasets.marts.DecisionFairness.OBSERVED_SHARE_HIGH;
import static dev.hindsight.datasets.marts.DecisionFairness.OBSERVED_SHARE_LOW;
import static dev.hindsight.datasets.marts.DecisionFairness.OUTCOME;
import static dev.hindsight.datasets.marts.DecisionFairness.P_VALUE;
import static dev.hindsight.datasets.marts.DecisionFairness.Q_VALUE;
import static dev.hindsight.datasets.marts.DecisionFairness.SAME_CAUSE_COUNT;
import static dev.hindsight.datasets.marts.DecisionFairness.SHARE_DIFFERENCE;
import static dev.hindsight.datasets.marts.DecisionFairness.SHARE_DIFFERENCE_HIGH;
import static dev.hindsight.datasets.marts.DecisionFairness.SHARE_DIFFERENCE_LOW;
import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.udf;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.dataset.IntermediateRows;
import dev.hindsight.analytics.findings.QValues;
import dev.hindsight.analytics.statistics.Flag;
import dev.hindsight.analytics.statistics.Interval;
import dev.hindsight.analytics.statistics.IntervalColumns;
import dev.hindsight.analytics.statistics.StratifiedShares;
import dev.hindsight.datasets.contract.Field;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Whether like cases are decided alike, whatever the seller's size, the fulfilment and the region.
 */
public record Fairness(Cohort cohort, IntermediateRows intermediate) {
  /** Compared cases below which a group is not flagged. */
  private static final long FEWEST_COMPARED = 30;

  /** Between shares; less is no matter. */
  private static final double LEAST_DIFFERENCE = 0.05;

  private static final Field COMPARISON = scratch("comparison");
  private static final Field GROUP_COUNT = scratch("group_count");
  private static final StructType COMPARED =
      new StructType()
          .add(COMPARED_COUNT.name(), DataTypes.LongType, false)
          .add(SAME_CAUSE_COUNT.name(), DataTypes.LongType, false)
          .add(OBSERVED_COUNT.name(), DataTypes.LongType, false)
          .add(EXPECTED_COUNT.name(), DataTypes.DoubleType, false)
          .add(SHARE_DIFFERENCE.name(), DataTypes.DoubleType, false)
          .add(SHARE_DIFFERENCE_LOW.name(), DataTypes.DoubleType, false)
          .add(SHARE_DIFFERENCE_HIGH.name(), DataTypes.DoubleType, false)
          .add(P_VALUE.name(), DataTypes.DoubleType, false);

  /**
   * One row per group and decision; none of dimensions with a single group.
   *
   * @param disputes as of the date
   * @param counts the sellers' order lines of the window
   */
  public Dataset<Row> from(Dataset<Row> disputes, Dataset<Row> counts) {
    Dataset<Row> cells =
        intermediate.readBack(new DecidedGroups(cohort).from(disputes, counts), "fairness_cells");
    Dataset<Row> compared =
        intermediate.readBack(
            enriched(decided(cells), comparisons(cells), GROUP_DIMENSION, GROUP_VALUE, OUTCOME),
            "fairness_compared");
    return new QValues(P_VALUE, Q_VALUE)
        .beside(compared)
        .transform(Fairness::withShares)
        .transform(rows -> with(rows, IS_FLAGGED, coalesce(isFlagged(), lit(false))))
        .transform(cohort::stamped);
  }

  private static Dataset<Row> decided(Dataset<Row> cells) {
    Dataset<Row> dimensions =
        cells
            .groupBy(cols(GROUP_DIMENSION))
            .agg(as(GROUP_COUNT, count_distinct(col(GROUP_VALUE))))
            .where(col(GROUP_COUNT).gt(lit(1)));
    return without(
        joined(
            cells
                .groupBy(cols(GROUP_DIMENSION, GROUP_VALUE, OUTCOME))
                .agg(as(DECIDED_COUNT, sum(col(DecidedGroups.OWN)))),
            dimensions,
            GROUP_DIMENSION),
        GROUP_COUNT);
  }

  private static Dataset<Row> comparisons(Dataset<Row> cells) {
    UDF1<Seq<Row>, Row> compare = Fairness::comparison;
    Column strata =
        collect_list(
            struct(
                cols(
                    DecidedGroups.OWN,
                    DecidedGroups.OWN_HITS,
                    LikeCases.OTHERS,
                    LikeCases.OTHER_HITS,
                    LikeCases.IS_SAME_CAUSE)));
    return unfolded(
        LikeCases.strata(cells)
            .groupBy(cols(GROUP_DIMENSION, GROUP_VALUE, OUTCOME))
            .agg(as(COMPARISON, udf(compare, COMPARED).apply(strata))),
        COMPARISON);
  }

  private static Row comparison(Seq<Row> rows) {
    List<Row> strata = CollectionConverters.asJava(rows);
    StratifiedShares shares = new StratifiedShares(strata.stream().map(Fairness::stratum).toList());
    long ofSameCause =
        strata.stream().filter(row -> row.getBoolean(4)).mapToLong(row -> row.getLong(0)).sum();
    Interval interval = shares.interval(IntervalColumns.CONFIDENCE);
    return RowFactory.create(
        shares.own(),
        ofSameCause,
        shares.observed(),
        shares.expected(),
        shares.difference(),
        interval.low(),
        interval.high(),
        shares.pValue());
  }

  private static StratifiedShares.Stratum stratum(Row row) {
    return new StratifiedShares.Stratum(
        row.getLong(0), row.getLong(1), row.getLong(2), row.getLong(3));
  }

  private static Dataset<Row> withShares(Dataset<Row> rows) {
    Dataset<Row> shared =
        with(
            withZeros(rows, COMPARED_COUNT, SAME_CAUSE_COUNT, OBSERVED_COUNT),
            Map.of(
                OBSERVED_SHARE, try_divide(col(OBSERVED_COUNT), col(COMPARED_COUNT)),
                EXPECTED_SHARE, try_divide(col(EXPECTED_COUNT), col(COMPARED_COUNT))));
    return withBounds(
        shared,
        IntervalColumns.wilson(col(OBSERVED_COUNT), col(COMPARED_COUNT)),
        OBSERVED_SHARE_LOW,
        OBSERVED_SHARE_HIGH);
  }

  private static Column isFlagged() {
    return col(Q_VALUE)
        .lt(lit(Flag.Q_BELOW))
        .and(col(COMPARED_COUNT).geq(lit(FEWEST_COMPARED)))
        .and(col(SAME_CAUSE_COUNT).multiply(lit(2)).geq(col(COMPARED_COUNT)))
        .and(abs(col(SHARE_DIFFERENCE)).geq(lit(LEAST_DIFFERENCE)));
  }
}
