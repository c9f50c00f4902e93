package dev.hindsight.analytics.expectation;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;

import dev.hindsight.analytics.cohort.Cohort;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The order lines of one cohort or more, in cells of a seller, a category, a price band and an
 * order week. Disputed orders are counted apart: most cells have none of most causes.
 *
 * @param sold {@link Cohort#sold}; read several times
 * @param observed {@link Cohort#observed} of the same cohorts; read several times
 */
public record Cells(Dataset<Row> sold, Dataset<Row> observed) {

  /** The cells of one cohort. */
  Cells of(Cohort cohort) {
    return new Cells(Expectation.ofCohort(sold, cohort), Expectation.ofCohort(observed, cohort));
  }

  /**
   * Every cause of the marketplace in any of the cohorts, {@link Cohort#ANY_CAUSE} and {@link
   * Cohort#ANY_CAUSE_OF_SELLER} included.
   */
  Dataset<Row> causes() {
    Column totals = array(lit(Cohort.ANY_CAUSE), lit(Cohort.ANY_CAUSE_OF_SELLER));
    Dataset<Row> always = sold.limit(1).select(as(Expectation.CAUSE, explode(totals)));
    return observed.select(col(Expectation.CAUSE)).union(always).distinct();
  }
}
