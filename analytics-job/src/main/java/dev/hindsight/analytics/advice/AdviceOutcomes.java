package dev.hindsight.analytics.advice;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.cols;
import static dev.hindsight.analytics.dataset.Columns.enriched;
import static dev.hindsight.analytics.dataset.Columns.joined;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.unfolded;
import static dev.hindsight.analytics.dataset.Columns.with;
import static dev.hindsight.datasets.marts.AdviceOutcome.AS_OF_DATE;
import static dev.hindsight.datasets.marts.AdviceOutcome.CAUSE;
import static dev.hindsight.datasets.marts.AdviceOutcome.EXPECTED_COUNT;
import static dev.hindsight.datasets.marts.AdviceOutcome.FOLLOWED_DAY_COUNT;
import static dev.hindsight.datasets.marts.AdviceOutcome.FOLLOWED_END_DATE;
import static dev.hindsight.datasets.marts.AdviceOutcome.FOLLOWED_START_DATE;
import static dev.hindsight.datasets.marts.AdviceOutcome.FOUND_DATE;
import static dev.hindsight.datasets.marts.AdviceOutcome.IS_COMPLETE;
import static dev.hindsight.datasets.marts.AdviceOutcome.OBSERVED_COUNT;
import static dev.hindsight.datasets.marts.AdviceOutcome.SELLER_ID;
import static dev.hindsight.datasets.marts.AdviceOutcome.TRANSACTION_COUNT;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_diff;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.dataset.Conforming;
import dev.hindsight.analytics.dataset.IntermediateRows;
import dev.hindsight.analytics.expectation.Cells;
import dev.hindsight.analytics.expectation.Expectation;
import dev.hindsight.analytics.expectation.WeighedLines;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.marts.AdviceOutcome;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What became of each finding that advice was due on: those of earlier versions followed on, those
 * that are complete as they were, and those that begin.
 */
public record AdviceOutcomes(Cohort cohort, Holdout holdout, IntermediateRows intermediate) {
  private static final Field FORECAST = scratch("forecast");

  /**
   * @param cells of all sellers
   * @param disputes as of the date
   */
  public Dataset<Row> from(
      AdviceSources sources, Cells cells, Dataset<Row> transactions, Dataset<Row> disputes) {
    Episodes episodes = new Episodes(cohort, holdout);
    Dataset<Row> due = intermediate.readBack(episodes.due(sources), "advice_due");
    Dataset<Row> continued =
        intermediate.readBack(episodes.continued(sources.earlier(), due), "advice_continued");
    Dataset<Row> counted =
        enriched(
            continued.unionByName(Episodes.begun(due, continued)),
            counted(continued, cells, transactions, disputes),
            SELLER_ID,
            CAUSE,
            FOUND_DATE);
    Dataset<Row> followed = with(counted, FOLLOWED_DAY_COUNT, followedDays());
    followed = with(followed, TRANSACTION_COUNT, coalesce(col(TRANSACTION_COUNT), lit(0L)));
    followed = with(followed, OBSERVED_COUNT, coalesce(col(OBSERVED_COUNT), lit(0L)));
    followed = with(followed, EXPECTED_COUNT, coalesce(col(EXPECTED_COUNT), lit(0.0)));
    return dated(unfolded(with(followed, FORECAST, ForecastColumns.ofEpisode()), FORECAST))
        .unionByName(dated(sources.earlier().where(col(IS_COMPLETE))));
  }

  /** What was ordered and disputed in the dates that are followed, as far as they have passed. */
  private Dataset<Row> counted(
      Dataset<Row> continued, Cells cells, Dataset<Row> transactions, Dataset<Row> disputes) {
    Dataset<Row> lines =
        new WeighedLines(cohort)
            .from(continued.select(cols(SELLER_ID, CAUSE)), cells, transactions, disputes);
    Dataset<Row> dates =
        continued.select(
            cols(SELLER_ID, CAUSE, FOUND_DATE, FOLLOWED_START_DATE, FOLLOWED_END_DATE));
    return joined(lines, broadcast(dates), SELLER_ID, CAUSE)
        .where(col(Cohort.ORDERED_DAY).between(col(FOLLOWED_START_DATE), col(FOLLOWED_END_DATE)))
        .groupBy(cols(SELLER_ID, CAUSE, FOUND_DATE))
        .agg(
            as(TRANSACTION_COUNT, count(lit(1))),
            as(OBSERVED_COUNT, sum(col(OBSERVED_COUNT))),
            as(EXPECTED_COUNT, sum(col(Expectation.OTHERS_RATE))));
  }

  /** Only orders of the window are counted: where versions are far apart, some dates are missed. */
  private org.apache.spark.sql.Column followedDays() {
    var last = least(col(FOLLOWED_END_DATE), lit(cohort.window().lastDate()));
    var first = greatest(col(FOLLOWED_START_DATE), lit(cohort.window().firstDate()));
    return greatest(lit(0), date_diff(last, first).plus(lit(1)));
  }

  private Dataset<Row> dated(Dataset<Row> rows) {
    return Conforming.conform(
        with(rows, AS_OF_DATE, lit(cohort.window().lastDate())), AdviceOutcome.CONTRACT);
  }
}
