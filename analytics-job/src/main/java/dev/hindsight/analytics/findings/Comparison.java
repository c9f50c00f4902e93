package dev.hindsight.analytics.findings;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.cols;
import static dev.hindsight.analytics.dataset.Columns.names;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.with;
import static dev.hindsight.analytics.dataset.Columns.withZeros;
import static dev.hindsight.analytics.dataset.Columns.without;
import static dev.hindsight.analytics.statistics.IntervalColumns.withBounds;
import static dev.hindsight.datasets.marts.SellerCause.EXPECTED_COUNT;
import static dev.hindsight.datasets.marts.SellerCause.OBSERVED_COUNT;
import static dev.hindsight.datasets.marts.SellerCause.PREVIOUS_EXPECTED_COUNT;
import static dev.hindsight.datasets.marts.SellerCause.PREVIOUS_OBSERVED_COUNT;
import static dev.hindsight.datasets.marts.SellerCause.PRIOR_VARIANCE;
import static dev.hindsight.datasets.marts.SellerCause.P_VALUE;
import static dev.hindsight.datasets.marts.SellerCause.Q_VALUE;
import static dev.hindsight.datasets.marts.SellerCause.SHRUNKEN_RATIO;
import static dev.hindsight.datasets.marts.SellerCause.SHRUNKEN_RATIO_HIGH;
import static dev.hindsight.datasets.marts.SellerCause.SHRUNKEN_RATIO_LOW;
import static dev.hindsight.datasets.marts.SellerCause.SPREAD;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.dataset.Columns;
import dev.hindsight.analytics.dataset.IntermediateRows;
import dev.hindsight.analytics.expectation.Expectation;
import dev.hindsight.analytics.statistics.Spread;
import dev.hindsight.analytics.statistics.TestColumns;
import dev.hindsight.datasets.contract.Field;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A family of comparisons of sellers with ordinary ones: what each row's counts are beside those of
 * the previous window, how far they are beyond chance, and what is left of the ratio without it.
 *
 * @param name tells its rows from those of other comparisons
 * @param key what a row is one of, besides the cohort
 */
record Comparison(IntermediateRows intermediate, String name, Field... key) {
  private static final Field IS_SOLD = scratch("is_sold");
  private static final Field SHRUNKEN = scratch("shrunken");

  /**
   * The cohort's rows with observed, expected, their twins of the previous window, p, q, the
   * shrunken ratio, the spread and the prior's variance.
   *
   * @param expectation observed and expected of the cohort and of the one before it
   * @param isTested which rows are in the family
   */
  Dataset<Row> of(Cohort cohort, Dataset<Row> expectation, Column isTested) {
    Dataset<Row> compared = intermediate.readBack(beside(cohort, expectation), name + "_compared");
    OrdinarySellers ordinary = OrdinarySellers.of(compared.where(isTested), key);
    Column isInFamily = isTested.and(col(IS_SOLD));
    Column p = TestColumns.pValue(col(OBSERVED_COUNT), col(EXPECTED_COUNT), ordinary.spread());
    Dataset<Row> tested = with(compared.where(col(IS_SOLD)), P_VALUE, when(isInFamily, p));
    Dataset<Row> ranked =
        new QValues(P_VALUE, Q_VALUE)
            .beside(intermediate.readBack(without(tested, IS_SOLD), name + "_tested"), family());
    return withShrunkenRatio(ranked, ordinary);
  }

  /**
   * Rows of whom too little is expected to tell much are a family of their own: that so many were
   * looked at should not hide what is found in the others.
   */
  private static Column family() {
    return when(col(EXPECTED_COUNT).geq(lit(Spread.LEAST_EXPECTED)), lit(1)).otherwise(lit(0));
  }

  /** Both windows' rows: a seller who sold in one of them tells of how sellers differ. */
  private Dataset<Row> beside(Cohort cohort, Dataset<Row> expectation) {
    Dataset<Row> current =
        with(
            Expectation.ofCohort(expectation, cohort)
                .select(columns(OBSERVED_COUNT, EXPECTED_COUNT)),
            IS_SOLD,
            lit(true));
    Dataset<Row> previous =
        Expectation.ofCohort(expectation, cohort.previous())
            .select(
                Stream.concat(
                        Stream.of(cols(key)),
                        Stream.of(
                            as(PREVIOUS_OBSERVED_COUNT, col(OBSERVED_COUNT)),
                            as(PREVIOUS_EXPECTED_COUNT, col(EXPECTED_COUNT))))
                    .toArray(Column[]::new));
    Dataset<Row> both = current.join(previous, names(key), "full");
    both = withZeros(both, OBSERVED_COUNT, PREVIOUS_OBSERVED_COUNT);
    return with(both, IS_SOLD, coalesce(col(IS_SOLD), lit(false)));
  }

  private Column[] columns(Field... more) {
    return Stream.concat(Stream.of(key), Stream.of(more)).map(Columns::col).toArray(Column[]::new);
  }

  private static Dataset<Row> withShrunkenRatio(Dataset<Row> rows, OrdinarySellers ordinary) {
    Column shrunken =
        TestColumns.shrunkenRatio(
            col(OBSERVED_COUNT), col(EXPECTED_COUNT), ordinary.priorVariance());
    Dataset<Row> estimated = with(rows, SHRUNKEN, shrunken);
    estimated =
        with(
            estimated,
            Map.of(
                SHRUNKEN_RATIO,
                col(SHRUNKEN).getField("value"),
                SPREAD,
                lit(ordinary.spread()),
                PRIOR_VARIANCE,
                lit(ordinary.priorVariance())));
    return without(
        withBounds(estimated, col(SHRUNKEN), SHRUNKEN_RATIO_LOW, SHRUNKEN_RATIO_HIGH), SHRUNKEN);
  }
}
