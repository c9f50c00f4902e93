package dev.hindsight.analytics.reports;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.cols;
import static dev.hindsight.analytics.dataset.Columns.joined;
import static dev.hindsight.analytics.reports.NestedColumns.listed;
import static dev.hindsight.datasets.marts.SellerReport.SELLER_ID;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_date;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.taxonomy.Taxonomy;
import dev.hindsight.datasets.marts.Alarm;
import dev.hindsight.datasets.marts.BoundStanding;
import dev.hindsight.datasets.marts.ProgramBound;
import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.datasets.marts.Trend;
import dev.hindsight.datasets.marts.TrendScope;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a seller should know of early: alarms of single weeks, and bounds that are near. */
record NoticeLines(Cohort cohort) {
  private static final int WEEKS_OF_ALARMS = 4;

  /** One row per seller with an alarm. */
  Dataset<Row> alarms(ReportSources sources) {
    LocalDate first = cohort.window().lastDate().minusWeeks(WEEKS_OF_ALARMS).minusDays(6);
    Column isRecent = col(Trend.WEEK_START_DATE).geq(lit(first));
    Dataset<Row> ofSellers =
        sources
            .findings()
            .trends()
            .where(col(Trend.SCOPE).equalTo(lit(TrendScope.SELLER.name())).and(isRecent))
            .where(col(Trend.ALARM).equalTo(lit(Alarm.ABOVE.name())))
            .withColumnRenamed(Trend.SCOPE_ID.name(), SELLER_ID.name());
    Column line =
        struct(
            col(Trend.CAUSE),
            col(Taxonomy.LABEL),
            col(Trend.WEEK_START_DATE),
            col(Trend.DISPUTED_ORDER_COUNT),
            col(Trend.EXPECTED_COUNT));
    Column newestFirst =
        struct(negate(unix_date(col(Trend.WEEK_START_DATE))).as("newest"), col(Trend.CAUSE));
    return joined(ofSellers, broadcast(sources.taxonomy()), Taxonomy.CAUSE)
        .groupBy(col(SELLER_ID))
        .agg(as(SellerReport.ALARMS, listed(line, newestFirst)));
  }

  /** One row per seller who is near a bound, or has broken one. */
  Dataset<Row> bounds(ReportSources sources) {
    Column isBroken = col(ProgramBound.STANDING).equalTo(lit(BoundStanding.BROKEN.name()));
    Column isNear = col(ProgramBound.STANDING).equalTo(lit(BoundStanding.NEAR.name()));
    Column brokenFirst =
        struct(
            not(isBroken).as("is_kept"),
            col(ProgramBound.PROGRAM),
            col(ProgramBound.TIER),
            col(ProgramBound.METRIC));
    return sources
        .bounds()
        .where(isBroken.or(isNear))
        .groupBy(col(SELLER_ID))
        .agg(as(SellerReport.BOUNDS, listed(bound(), brokenFirst)));
  }

  private static Column bound() {
    return struct(
        cols(
            ProgramBound.PROGRAM,
            ProgramBound.TIER,
            ProgramBound.METRIC,
            ProgramBound.BOUND_OPERATOR,
            ProgramBound.BOUND,
            ProgramBound.METRIC_DAYS,
            ProgramBound.NUMERATOR_COUNT,
            ProgramBound.DENOMINATOR_COUNT,
            ProgramBound.STANDING));
  }
}
