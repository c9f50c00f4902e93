package dev.hindsight.analytics.findings;

import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.cols;
import static dev.hindsight.datasets.marts.SellerCause.EXPECTED_COUNT;
import static dev.hindsight.datasets.marts.SellerCause.OBSERVED_COUNT;
import static dev.hindsight.datasets.marts.SellerCause.PREVIOUS_EXPECTED_COUNT;
import static dev.hindsight.datasets.marts.SellerCause.PREVIOUS_OBSERVED_COUNT;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import dev.hindsight.analytics.statistics.CountMoments;
import dev.hindsight.analytics.statistics.RatioVariance;
import dev.hindsight.analytics.statistics.RatioVariance.Totals;
import dev.hindsight.analytics.statistics.Spread;
import dev.hindsight.analytics.statistics.StandardisedRatio;
import dev.hindsight.datasets.contract.Field;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How true ratios differ among the sellers of a cohort.
 *
 * @param spread their variance among ordinary sellers, {@link Spread}
 * @param priorVariance their variance among all sellers, {@link RatioVariance}
 */
record OrdinarySellers(double spread, double priorVariance) {
  /** Of more pairs a sample is taken, chosen by hash: what comes to one machine is bounded. */
  private static final int MOST_PAIRS = 200_000;

  /**
   * Estimates both.
   *
   * @param compared rows with observed and expected of the window and of the previous one; they are
   *     read twice
   * @param key what a row is one of
   */
  static OrdinarySellers of(Dataset<Row> compared, Field... key) {
    double priorVariance = ratioVariance(compared).prior().variance();
    return new OrdinarySellers(Spread.of(pairs(compared, key), priorVariance), priorVariance);
  }

  private static List<StandardisedRatio> pairs(Dataset<Row> compared, Field... key) {
    return compared
        .where(col(EXPECTED_COUNT).geq(lit(Spread.LEAST_EXPECTED)))
        .orderBy(xxhash64(cols(key)))
        .limit(MOST_PAIRS)
        .select(cols(OBSERVED_COUNT, EXPECTED_COUNT))
        .collectAsList()
        .stream()
        .map(pair -> new StandardisedRatio(pair.getLong(0), pair.getDouble(1)))
        .toList();
  }

  private static RatioVariance ratioVariance(Dataset<Row> compared) {
    Column observed = ofWindow(OBSERVED_COUNT, EXPECTED_COUNT);
    Column expected = ofWindow(EXPECTED_COUNT, EXPECTED_COUNT);
    Column before = ofWindow(PREVIOUS_OBSERVED_COUNT, PREVIOUS_EXPECTED_COUNT);
    Column expectedBefore = ofWindow(PREVIOUS_EXPECTED_COUNT, PREVIOUS_EXPECTED_COUNT);
    Row sums =
        compared
            .agg(
                total(before),
                total(expectedBefore),
                total(observed),
                total(expected),
                total(before.multiply(observed)),
                total(before.multiply(expected)),
                total(expectedBefore.multiply(observed)),
                total(expectedBefore.multiply(expected)),
                total(observed.multiply(observed)),
                total(observed.multiply(expected)),
                total(expected.multiply(observed)),
                total(expected.multiply(expected)))
            .first();
    return new RatioVariance(
        new Totals(sums.getDouble(0), sums.getDouble(1)),
        new Totals(sums.getDouble(2), sums.getDouble(3)),
        moments(sums, 4),
        moments(sums, 8));
  }

  private static CountMoments moments(Row sums, int from) {
    return new CountMoments(
        sums.getDouble(from),
        sums.getDouble(from + 1),
        sums.getDouble(from + 2),
        sums.getDouble(from + 3));
  }

  private static Column total(Column value) {
    return coalesce(sum(value), lit(0.0));
  }

  /** 0 where there was nothing to compare with in that window. */
  private static Column ofWindow(Field count, Field expected) {
    return when(col(expected).gt(lit(0)), col(count).cast("double")).otherwise(lit(0.0));
  }
}
