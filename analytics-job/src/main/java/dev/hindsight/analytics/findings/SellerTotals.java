package dev.hindsight.analytics.findings;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.joined;
import static dev.hindsight.datasets.marts.SellerScorecard.ACCOUNTABLE_EXPECTED_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.ACCOUNTABLE_OBSERVED_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.CHANGE_P_VALUE;
import static dev.hindsight.datasets.marts.SellerScorecard.P_VALUE;
import static dev.hindsight.datasets.marts.SellerScorecard.Q_VALUE;
import static dev.hindsight.datasets.marts.SellerScorecard.RATING;
import static dev.hindsight.datasets.marts.SellerScorecard.SELLER_ID;
import static dev.hindsight.datasets.marts.SellerScorecard.SHRUNKEN_RATIO;
import static dev.hindsight.datasets.marts.SellerScorecard.SHRUNKEN_RATIO_HIGH;
import static dev.hindsight.datasets.marts.SellerScorecard.SHRUNKEN_RATIO_LOW;
import static org.apache.spark.sql.functions.lit;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.dataset.IntermediateRows;
import dev.hindsight.analytics.expectation.Expectation;
import dev.hindsight.analytics.statistics.TestColumns;
import dev.hindsight.datasets.marts.SellerCause;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How sellers compare with ordinary ones over all causes: a family of tests of its own. */
public record SellerTotals(Cohort cohort, IntermediateRows intermediate) {
  private static final Column EVERY_SELLER = lit(true);

  /**
   * One row per seller that sold something in the window: the scorecard's columns of tests,
   * shrinkage and rating.
   *
   * @param expectation of the cohort and of the one before it
   */
  public Dataset<Row> from(Dataset<Row> expectation) {
    return joined(ofAnyCause(expectation), ofSeller(expectation), SELLER_ID);
  }

  private Dataset<Row> ofAnyCause(Dataset<Row> expectation) {
    Column change =
        TestColumns.changePValue(
            col(SellerCause.OBSERVED_COUNT),
            col(SellerCause.EXPECTED_COUNT),
            col(SellerCause.PREVIOUS_OBSERVED_COUNT),
            col(SellerCause.PREVIOUS_EXPECTED_COUNT));
    return compared(expectation, Cohort.ANY_CAUSE, "totals")
        .select(
            col(SELLER_ID),
            col(P_VALUE),
            col(Q_VALUE),
            col(SellerCause.SPREAD),
            col(SHRUNKEN_RATIO),
            col(SHRUNKEN_RATIO_LOW),
            col(SHRUNKEN_RATIO_HIGH),
            as(CHANGE_P_VALUE, change));
  }

  private Dataset<Row> ofSeller(Dataset<Row> expectation) {
    Column rating =
        TestColumns.rating(
            col(SellerCause.OBSERVED_COUNT),
            col(SellerCause.EXPECTED_COUNT),
            col(SellerCause.SPREAD));
    return compared(expectation, Cohort.ANY_CAUSE_OF_SELLER, "accountable")
        .select(
            col(SELLER_ID),
            as(ACCOUNTABLE_OBSERVED_COUNT, col(SellerCause.OBSERVED_COUNT)),
            as(ACCOUNTABLE_EXPECTED_COUNT, col(SellerCause.EXPECTED_COUNT)),
            as(RATING, rating));
  }

  private Dataset<Row> compared(Dataset<Row> expectation, String cause, String name) {
    return new Comparison(intermediate, name, SELLER_ID)
        .of(cohort, expectation.where(col(Expectation.CAUSE).equalTo(lit(cause))), EVERY_SELLER);
  }
}
