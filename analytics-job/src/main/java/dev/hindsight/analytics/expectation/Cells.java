package dev.hindsight.analytics.expectation;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.cols;
import static dev.hindsight.analytics.dataset.Columns.with;
import static dev.hindsight.datasets.marts.SellerScorecard.SELLER_ID;
import static dev.hindsight.datasets.marts.SellerScorecard.TRANSACTION_COUNT;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.datasets.marts.Dispute;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The order lines of one cohort or more, in cells of a seller, a category, a price band, an order
 * week and a fulfilment. Disputed orders are counted apart: most cells have none of most causes.
 *
 * @param lines {@link #withAnyFulfilment}; read several times
 * @param observed {@link Cohort#observed} of the same cohorts; read several times
 */
public record Cells(Dataset<Row> lines, Dataset<Row> observed) {

  /**
   * The sold lines, and once more without regard to who fulfils: under {@link
   * Cohort#ANY_FULFILMENT}.
   *
   * @param sold {@link Cohort#sold}
   */
  public static Dataset<Row> withAnyFulfilment(Dataset<Row> sold) {
    Dataset<Row> added =
        sold.groupBy(
                cols(
                    Cohort.COHORT_DATE,
                    SELLER_ID,
                    Dispute.CATEGORY,
                    Cohort.PRICE_BAND,
                    Cohort.ORDER_WEEK))
            .agg(as(TRANSACTION_COUNT, sum(col(TRANSACTION_COUNT))));
    return sold.unionByName(with(added, Cohort.FULFILMENT, lit(Cohort.ANY_FULFILMENT)));
  }

  /** The cells of one cohort. */
  Cells of(Cohort cohort) {
    return new Cells(Expectation.ofCohort(lines, cohort), Expectation.ofCohort(observed, cohort));
  }

  /** Every order line once. */
  Dataset<Row> inAnyFulfilment() {
    return lines.where(isOfAnyFulfilment());
  }

  static Column isOfAnyFulfilment() {
    return col(Cohort.FULFILMENT).equalTo(lit(Cohort.ANY_FULFILMENT));
  }

  /**
   * Every cause of the marketplace in any of the cohorts, {@link Cohort#ANY_CAUSE} and {@link
   * Cohort#ANY_CAUSE_OF_SELLER} included.
   */
  Dataset<Row> causes() {
    Column totals = array(lit(Cohort.ANY_CAUSE), lit(Cohort.ANY_CAUSE_OF_SELLER));
    Dataset<Row> always = lines.limit(1).select(as(Expectation.CAUSE, explode(totals)));
    return observed.select(col(Expectation.CAUSE)).union(always).distinct();
  }
}
