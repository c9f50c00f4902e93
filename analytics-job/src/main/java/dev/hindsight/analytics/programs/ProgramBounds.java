package dev.hindsight.analytics.programs;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.unfolded;
import static dev.hindsight.analytics.dataset.Columns.with;
import static dev.hindsight.analytics.statistics.IntervalColumns.withBounds;
import static dev.hindsight.datasets.marts.ProgramBound.BOUND;
import static dev.hindsight.datasets.marts.ProgramBound.BOUND_OPERATOR;
import static dev.hindsight.datasets.marts.ProgramBound.DENOMINATOR_COUNT;
import static dev.hindsight.datasets.marts.ProgramBound.IS_BEYOND_BOUND;
import static dev.hindsight.datasets.marts.ProgramBound.METRIC_DAYS;
import static dev.hindsight.datasets.marts.ProgramBound.MINIMUM_NUMERATOR_COUNT;
import static dev.hindsight.datasets.marts.ProgramBound.NUMERATOR_COUNT;
import static dev.hindsight.datasets.marts.ProgramBound.PROBABILITY_ABOVE_BOUND;
import static dev.hindsight.datasets.marts.ProgramBound.RATE;
import static dev.hindsight.datasets.marts.ProgramBound.RATE_HIGH;
import static dev.hindsight.datasets.marts.ProgramBound.RATE_LOW;
import static dev.hindsight.datasets.marts.ProgramBound.SELLER_ID;
import static dev.hindsight.datasets.marts.ProgramBound.STANDING;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.dataset.IntermediateRows;
import dev.hindsight.analytics.kept.OrderLines;
import dev.hindsight.analytics.money.ReportingMoney;
import dev.hindsight.analytics.programs.ProgramRule.SparseDays;
import dev.hindsight.analytics.statistics.IntervalColumns;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.marts.BoundOperator;
import dev.hindsight.datasets.marts.BoundStanding;
import dev.hindsight.datasets.marts.ProgramBound;
import dev.hindsight.datasets.marts.SellerScorecard;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF5;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** How every seller stands to the bounds of programmes that hold on the date. */
public record ProgramBounds(
    Cohort cohort, ReportingMoney money, ProgramRules rules, IntermediateRows intermediate) {
  private static final Field ROW = scratch("bound_row");
  private static final Field JUDGEMENT = scratch("judgement");
  private static final StructType JUDGED =
      new StructType()
          .add(PROBABILITY_ABOVE_BOUND.name(), DataTypes.DoubleType, true)
          .add(IS_BEYOND_BOUND.name(), DataTypes.BooleanType, false)
          .add(STANDING.name(), DataTypes.StringType, false);

  /**
   * @param counts rows with the sellers of the window
   * @param disputes as of the date, all history
   */
  public Dataset<Row> from(
      Dataset<Row> counts, OrderLines orderLines, Dataset<Row> disputes, Dataset<Row> events) {
    List<Measure> measures =
        rules.rules().stream().flatMap(ProgramBounds::measures).distinct().toList();
    Column[] bounds = rules.rules().stream().map(this::row).toArray(Column[]::new);
    Column isValid =
        coalesce(col(ProgramBound.VALID_FROM_DATE).leq(lit(cohort.window().lastDate())), lit(true))
            .and(
                coalesce(
                    col(ProgramBound.VALID_TO_DATE).geq(lit(cohort.window().lastDate())),
                    lit(true)));
    Dataset<Row> counted =
        new ProgramCounts(cohort, money, measures, intermediate)
            .beside(counts.select(col(SellerScorecard.SELLER_ID)), orderLines, disputes, events);
    return unfolded(counted.select(col(SELLER_ID), as(ROW, explode(array(bounds)))), ROW)
        .where(isValid)
        .transform(ProgramBounds::judged)
        .transform(this::stamped);
  }

  private static Stream<Measure> measures(ProgramRule rule) {
    Measure usual = new Measure(rule.metric(), rule.metricDays());
    SparseDays sparse = rule.sparse();
    return sparse == null
        ? Stream.of(usual)
        : Stream.of(usual, new Measure(rule.metric(), sparse.days()));
  }

  /** A bound with the seller's counts of its days. */
  private Column row(ProgramRule rule) {
    Measure usual = new Measure(rule.metric(), rule.metricDays());
    SparseDays sparse = rule.sparse();
    Measure other = sparse == null ? usual : new Measure(rule.metric(), sparse.days());
    Column isUsual =
        sparse == null
            ? lit(true)
            : coalesce(col(usual.denominator()).geq(lit(sparse.belowCount())), lit(false));
    return struct(
        as(ProgramBound.PROGRAM, lit(rule.program())),
        as(ProgramBound.TIER, lit(rule.tier())),
        as(ProgramBound.METRIC, lit(rule.metric().name())),
        as(BOUND_OPERATOR, lit(rule.operator().name())),
        as(BOUND, lit(rule.bound())),
        as(MINIMUM_NUMERATOR_COUNT, lit(rule.minimumNumeratorCount()).cast("bigint")),
        as(METRIC_DAYS, when(isUsual, lit(usual.days())).otherwise(lit(other.days()))),
        as(
            NUMERATOR_COUNT,
            when(isUsual, col(usual.numerator())).otherwise(col(other.numerator()))),
        as(
            DENOMINATOR_COUNT,
            when(isUsual, col(usual.denominator())).otherwise(col(other.denominator()))),
        as(ProgramBound.NOTE, lit(rule.note())),
        as(ProgramBound.SOURCE, lit(rule.source())),
        as(ProgramBound.VALID_FROM_DATE, lit(rule.validFrom()).cast("date")),
        as(ProgramBound.VALID_TO_DATE, lit(rule.validTo()).cast("date")));
  }

  private static Dataset<Row> judged(Dataset<Row> rows) {
    Column part = col(NUMERATOR_COUNT);
    Column whole = col(DENOMINATOR_COUNT);
    UDF5<@Nullable Long, @Nullable Long, String, Double, @Nullable Long, Row> judge =
        ProgramBounds::judgement;
    Dataset<Row> rated = with(rows, RATE, part.cast("double").divide(whole));
    rated =
        withBounds(
            rated, IntervalColumns.wilson(when(part.leq(whole), part), whole), RATE_LOW, RATE_HIGH);
    return unfolded(
        with(
            rated,
            JUDGEMENT,
            udf(judge, JUDGED)
                .apply(part, whole, col(BOUND_OPERATOR), col(BOUND), col(MINIMUM_NUMERATOR_COUNT))),
        JUDGEMENT);
  }

  private static Row judgement(
      @Nullable Long numerator,
      @Nullable Long denominator,
      String operator,
      Double bound,
      @Nullable Long minimum) {
    if (numerator == null || denominator == null) {
      return RowFactory.create(null, false, BoundStanding.NOT_MEASURABLE.name());
    }
    BoundJudgement judgement =
        new BoundJudgement(
            numerator,
            denominator,
            BoundOperator.valueOf(operator),
            bound,
            minimum == null ? 0 : minimum);
    return RowFactory.create(
        judgement.probabilityAbove(), judgement.isBeyond(), judgement.standing().name());
  }

  /** The metric's own days, rather than the window of the other marts. */
  private Dataset<Row> stamped(Dataset<Row> rows) {
    Column firstDate = date_sub(lit(cohort.window().lastDate()), col(METRIC_DAYS).minus(lit(1)));
    return with(cohort.stamped(rows), ProgramBound.WINDOW_START_DATE, firstDate);
  }
}
