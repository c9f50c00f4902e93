package dev.hindsight.analytics.advice;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.cols;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.unfolded;
import static dev.hindsight.analytics.dataset.Columns.with;
import static dev.hindsight.datasets.marts.AdviceEffect.AS_OF_DATE;
import static dev.hindsight.datasets.marts.AdviceEffect.CAUSE;
import static dev.hindsight.datasets.marts.AdviceEffect.COMPARED_WITH;
import static dev.hindsight.datasets.marts.AdviceEffect.IS_RANDOM;
import static dev.hindsight.datasets.marts.AdviceOutcome.FORECAST_COUNT;
import static dev.hindsight.datasets.marts.AdviceOutcome.FORECAST_VARIANCE;
import static dev.hindsight.datasets.marts.AdviceOutcome.HOLDOUT_SHARE;
import static dev.hindsight.datasets.marts.AdviceOutcome.IS_ADVISED;
import static dev.hindsight.datasets.marts.AdviceOutcome.IS_COMPLETE;
import static dev.hindsight.datasets.marts.AdviceOutcome.NOT_ADVISED_REASON;
import static dev.hindsight.datasets.marts.AdviceOutcome.OBSERVED_COUNT;
import static dev.hindsight.datasets.marts.AdviceOutcome.SELLER_ID;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.marts.ComparisonGroup;
import dev.hindsight.datasets.marts.NotAdvisedReason;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** What became of the advised, beside what became of others, by cause and for all together. */
public record AdviceEffects(LocalDate asOfDate) {
  /** The cause under which all episodes are compared together. */
  static final String ALL_CAUSES = Cohort.ANY_CAUSE;

  private static final Field[] GROUP = {CAUSE, COMPARED_WITH, IS_ADVISED};
  private static final Field EFFECT = scratch("effect");
  private static final Field RESIDUAL = scratch("residual");

  /**
   * @param outcomes rows of the mart
   */
  public Dataset<Row> from(Dataset<Row> outcomes) {
    Dataset<Row> sides =
        outcomes
            .transform(AdviceEffects::grouped)
            .transform(AdviceEffects::bySeller)
            .transform(AdviceEffects::byGroup)
            .groupBy(cols(CAUSE, COMPARED_WITH))
            .agg(
                as(EffectColumns.ADVISED, max(when(col(IS_ADVISED), side()))),
                as(EffectColumns.NOT_ADVISED, max(when(not(col(IS_ADVISED)), side()))));
    Dataset<Row> compared = unfolded(with(sides, EFFECT, EffectColumns.compared()), EFFECT);
    Column isRandom = col(COMPARED_WITH).equalTo(lit(ComparisonGroup.HELD_OUT.name()));
    return with(with(compared, IS_RANDOM, isRandom), AS_OF_DATE, lit(asOfDate));
  }

  /** Each episode under its cause and all of them, in each comparison that it is part of. */
  static Dataset<Row> grouped(Dataset<Row> outcomes) {
    Column isHeldOut = col(NOT_ADVISED_REASON).equalTo(lit(NotAdvisedReason.HELD_OUT.name()));
    // Nobody is held out at times without a holdout: who was advised then is no part of the draw.
    Column isDrawn = when(col(IS_ADVISED), col(HOLDOUT_SHARE).gt(lit(0))).otherwise(isHeldOut);
    Column isBesideNotReached = col(IS_ADVISED).or(not(isHeldOut));
    Column comparisons =
        array(
            when(isDrawn, lit(ComparisonGroup.HELD_OUT.name())),
            when(isBesideNotReached, lit(ComparisonGroup.NOT_REACHED.name())));
    Dataset<Row> compared = with(outcomes, COMPARED_WITH, explode(array_compact(comparisons)));
    return with(compared, CAUSE, explode(array(col(CAUSE), lit(ALL_CAUSES))));
  }

  /** What each seller had together; episodes of one seller are not independent. */
  static Dataset<Row> bySeller(Dataset<Row> grouped) {
    Column isCounted = col(IS_COMPLETE).and(col(FORECAST_COUNT).gt(lit(0)));
    Dataset<Row> summed =
        grouped
            .groupBy(cols(CAUSE, COMPARED_WITH, IS_ADVISED, SELLER_ID))
            .agg(
                as(EffectColumns.PAIRS, count_if(isCounted)),
                as(EffectColumns.RUNNING, count_if(not(col(IS_COMPLETE)))),
                as(EffectColumns.OBSERVED, total(isCounted, col(OBSERVED_COUNT), lit(0L))),
                as(EffectColumns.FORECAST, total(isCounted, col(FORECAST_COUNT), lit(0.0))),
                as(EffectColumns.VARIANCE, total(isCounted, col(FORECAST_VARIANCE), lit(0.0))));
    Column ratio = try_divide(ofGroup(EffectColumns.OBSERVED), ofGroup(EffectColumns.FORECAST));
    return with(
        summed,
        RESIDUAL,
        col(EffectColumns.OBSERVED).minus(col(EffectColumns.FORECAST).multiply(ratio)));
  }

  static Dataset<Row> byGroup(Dataset<Row> bySeller) {
    return bySeller
        .groupBy(cols(GROUP))
        .agg(
            as(EffectColumns.PAIRS, sum(col(EffectColumns.PAIRS))),
            as(EffectColumns.SELLERS, count(when(col(EffectColumns.PAIRS).gt(lit(0)), lit(1)))),
            as(EffectColumns.RUNNING, sum(col(EffectColumns.RUNNING))),
            as(EffectColumns.OBSERVED, sum(col(EffectColumns.OBSERVED))),
            as(EffectColumns.FORECAST, sum(col(EffectColumns.FORECAST))),
            as(EffectColumns.VARIANCE, sum(col(EffectColumns.VARIANCE))),
            as(EffectColumns.SQUARES, sum(pow(col(RESIDUAL), lit(2)))));
  }

  private static Column total(Column isCounted, Column value, Column none) {
    return sum(when(isCounted, value).otherwise(none));
  }

  private static Column ofGroup(Field value) {
    return sum(col(value)).over(Window.partitionBy(cols(GROUP)));
  }

  private static Column side() {
    return struct(
        cols(
            EffectColumns.PAIRS,
            EffectColumns.SELLERS,
            EffectColumns.RUNNING,
            EffectColumns.OBSERVED,
            EffectColumns.FORECAST,
            EffectColumns.VARIANCE,
            EffectColumns.SQUARES));
  }
}
