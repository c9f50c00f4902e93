package dev.hindsight.analytics.advice;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.cols;
import static dev.hindsight.analytics.dataset.Columns.enriched;
import static dev.hindsight.analytics.dataset.Columns.joined;
import static dev.hindsight.analytics.dataset.Columns.names;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.with;
import static dev.hindsight.analytics.dataset.Columns.without;
import static dev.hindsight.datasets.marts.AdviceOutcome.BASELINE_EXPECTED_COUNT;
import static dev.hindsight.datasets.marts.AdviceOutcome.BASELINE_OBSERVED_COUNT;
import static dev.hindsight.datasets.marts.AdviceOutcome.BASELINE_PRIOR_VARIANCE;
import static dev.hindsight.datasets.marts.AdviceOutcome.BASELINE_SHRUNKEN_RATIO;
import static dev.hindsight.datasets.marts.AdviceOutcome.BASELINE_SHRUNKEN_RATIO_HIGH;
import static dev.hindsight.datasets.marts.AdviceOutcome.BASELINE_SHRUNKEN_RATIO_LOW;
import static dev.hindsight.datasets.marts.AdviceOutcome.CAUSE;
import static dev.hindsight.datasets.marts.AdviceOutcome.FOLLOWED_END_DATE;
import static dev.hindsight.datasets.marts.AdviceOutcome.FOLLOWED_START_DATE;
import static dev.hindsight.datasets.marts.AdviceOutcome.FOUND_DATE;
import static dev.hindsight.datasets.marts.AdviceOutcome.HOLDOUT_SHARE;
import static dev.hindsight.datasets.marts.AdviceOutcome.IS_ADVISED;
import static dev.hindsight.datasets.marts.AdviceOutcome.IS_COMPLETE;
import static dev.hindsight.datasets.marts.AdviceOutcome.NOT_ADVISED_REASON;
import static dev.hindsight.datasets.marts.AdviceOutcome.SELLER_ID;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.ReportFrequency;
import dev.hindsight.datasets.landed.Seller;
import dev.hindsight.datasets.marts.NotAdvisedReason;
import dev.hindsight.datasets.marts.Recommendation;
import dev.hindsight.datasets.marts.SellerCause;
import java.time.temporal.ChronoUnit;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which findings are followed, from when and until when. None of it depends on what became of them.
 */
record Episodes(Cohort cohort, Holdout holdout) {
  /**
   * The report of a date goes out in the night after it, and a weekly one at most a week later:
   * from the eighth day on every order is later than it.
   */
  static final int DAYS_UNTIL_FOLLOWED = 8;

  /** The same of monthly reports. */
  static final int DAYS_UNTIL_FOLLOWED_MONTHLY = 32;

  private static final Field IS_GIVEN_NOW = scratch("is_given_now");

  /** What makes an episode; what is counted of it is not among it. */
  static final Field[] COLUMNS = {
    SELLER_ID,
    CAUSE,
    FOUND_DATE,
    IS_ADVISED,
    NOT_ADVISED_REASON,
    HOLDOUT_SHARE,
    BASELINE_OBSERVED_COUNT,
    BASELINE_EXPECTED_COUNT,
    BASELINE_SHRUNKEN_RATIO,
    BASELINE_SHRUNKEN_RATIO_LOW,
    BASELINE_SHRUNKEN_RATIO_HIGH,
    BASELINE_PRIOR_VARIANCE,
    FOLLOWED_START_DATE,
    FOLLOWED_END_DATE,
    IS_COMPLETE
  };

  /**
   * What advice is due on as of the date, each pair once, as an episode that begins. A seller whom
   * no report reaches is no part of the draw: the held-out are those who else would have been
   * advised.
   */
  Dataset<Row> due(AdviceSources sources) {
    Dataset<Row> pairs =
        sources.recommendations().select(cols(Recommendation.SELLER_ID, CAUSE)).distinct();
    Dataset<Row> known =
        enriched(
            joined(pairs, sources.sellerCauses(), SELLER_ID, CAUSE),
            sources.sellers().select(cols(Seller.SELLER_ID, Seller.EMAIL, Seller.REPORTS)),
            SELLER_ID);
    Dataset<Row> dated = with(known, FOLLOWED_START_DATE, firstFollowed());
    return with(dated, FOLLOWED_END_DATE, date_add(col(FOLLOWED_START_DATE), windowDays() - 1))
        .select(
            col(SELLER_ID),
            col(CAUSE),
            as(FOUND_DATE, asOf()),
            as(IS_ADVISED, reason().isNull()),
            as(NOT_ADVISED_REASON, reason()),
            holdout.share(HOLDOUT_SHARE),
            as(BASELINE_OBSERVED_COUNT, col(SellerCause.OBSERVED_COUNT)),
            as(BASELINE_EXPECTED_COUNT, col(SellerCause.EXPECTED_COUNT)),
            as(BASELINE_SHRUNKEN_RATIO, col(SellerCause.SHRUNKEN_RATIO)),
            as(BASELINE_SHRUNKEN_RATIO_LOW, col(SellerCause.SHRUNKEN_RATIO_LOW)),
            as(BASELINE_SHRUNKEN_RATIO_HIGH, col(SellerCause.SHRUNKEN_RATIO_HIGH)),
            as(BASELINE_PRIOR_VARIANCE, col(SellerCause.PRIOR_VARIANCE)),
            col(FOLLOWED_START_DATE),
            col(FOLLOWED_END_DATE),
            as(IS_COMPLETE, lit(false)));
  }

  /**
   * The episodes of an earlier version that were not complete then. One without advice ends on the
   * date that its seller is advised after all.
   */
  Dataset<Row> continued(Dataset<Row> earlier, Dataset<Row> due) {
    Dataset<Row> given =
        due.where(col(IS_ADVISED)).select(col(SELLER_ID), col(CAUSE), as(IS_GIVEN_NOW, lit(true)));
    Dataset<Row> open =
        enriched(
            earlier.where(not(col(IS_COMPLETE))).select(cols(COLUMNS)), given, SELLER_ID, CAUSE);
    Column isCrossing = not(col(IS_ADVISED)).and(coalesce(col(IS_GIVEN_NOW), lit(false)));
    Column end =
        when(isCrossing, least(col(FOLLOWED_END_DATE), asOf())).otherwise(col(FOLLOWED_END_DATE));
    Dataset<Row> ended = without(with(open, FOLLOWED_END_DATE, end), IS_GIVEN_NOW);
    return with(ended, IS_COMPLETE, col(FOLLOWED_END_DATE).leq(asOf()));
  }

  /** What begins: of what is due, the pairs that are not followed already. */
  static Dataset<Row> begun(Dataset<Row> due, Dataset<Row> continued) {
    Dataset<Row> running = continued.where(not(col(IS_COMPLETE))).select(cols(SELLER_ID, CAUSE));
    return due.join(running, names(SELLER_ID, CAUSE), "leftanti").select(cols(COLUMNS));
  }

  private Column reason() {
    return when(isOff(), lit(NotAdvisedReason.REPORTS_OFF.name()))
        .when(col(Seller.EMAIL).isNull(), lit(NotAdvisedReason.NO_ADDRESS.name()))
        .when(holdout.isHeldOut(SELLER_ID), lit(NotAdvisedReason.HELD_OUT.name()));
  }

  private static Column isOff() {
    return isReported(ReportFrequency.OFF);
  }

  private Column firstFollowed() {
    return date_add(
        asOf(),
        when(isReported(ReportFrequency.MONTHLY), lit(DAYS_UNTIL_FOLLOWED_MONTHLY))
            .otherwise(lit(DAYS_UNTIL_FOLLOWED)));
  }

  private static Column isReported(ReportFrequency frequency) {
    return col(Seller.REPORTS).equalTo(lit(frequency.name()));
  }

  private Column asOf() {
    return lit(cohort.window().lastDate());
  }

  private int windowDays() {
    return Math.toIntExact(
            ChronoUnit.DAYS.between(cohort.window().firstDate(), cohort.window().lastDate()))
        + 1;
  }
}
