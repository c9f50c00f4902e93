package dev.hindsight.analytics.advice;

import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.statistics.IntervalColumns.CONFIDENCE;
import static org.apache.spark.sql.functions.udf;

import dev.hindsight.analytics.dataset.SparkTypes;
import dev.hindsight.analytics.statistics.ForecastComparison;
import dev.hindsight.analytics.statistics.ForecastCount;
import dev.hindsight.analytics.statistics.ForecastGroup;
import dev.hindsight.analytics.statistics.Interval;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.marts.AdviceEffect;
import dev.hindsight.datasets.marts.AdviceVerdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The comparison of two groups as columns; for rows that are already aggregated. */
final class EffectColumns {
  static final Field ADVISED = scratch("advised");
  static final Field NOT_ADVISED = scratch("not_advised");
  static final Field PAIRS = scratch("pair_count");
  static final Field SELLERS = scratch("seller_count");
  static final Field RUNNING = scratch("running_count");
  static final Field OBSERVED = scratch("observed_count");
  static final Field FORECAST = scratch("forecast_count");
  static final Field VARIANCE = scratch("forecast_variance");
  static final Field SQUARES = scratch("squared_residuals");

  /** From it on a difference is put down to chance. */
  private static final double SIGNIFICANT_BELOW = 0.05;

  /** What the mart has of each group, in order. */
  private static final List<String> OF_GROUP =
      List.of(
          "pair_count",
          "seller_count",
          "running_count",
          "observed_count",
          "forecast_count",
          "forecast_ratio",
          "forecast_ratio_low",
          "forecast_ratio_high",
          "dispersion");

  private static final StructType COMPARED =
      new StructType(
          Stream.of(
                  fieldsOf(ADVISED),
                  fieldsOf(NOT_ADVISED),
                  Stream.of(
                      AdviceEffect.EFFECT_RATIO,
                      AdviceEffect.EFFECT_RATIO_LOW,
                      AdviceEffect.EFFECT_RATIO_HIGH,
                      AdviceEffect.P_VALUE,
                      AdviceEffect.COMPARISON))
              .flatMap(fields -> fields)
              .map(
                  field ->
                      DataTypes.createStructField(
                          field.name(), SparkTypes.typeOf(field.type()), true))
              .toArray(StructField[]::new));

  private EffectColumns() {}

  /** The mart's columns of both groups, and of their comparison, as a struct. */
  static Column compared() {
    UDF2<@Nullable Row, @Nullable Row, Row> compared = EffectColumns::compared;
    return udf(compared, COMPARED).apply(col(ADVISED), col(NOT_ADVISED));
  }

  private static Row compared(@Nullable Row advised, @Nullable Row others) {
    List<@Nullable Object> values = new ArrayList<>();
    values.addAll(ofGroup(advised));
    values.addAll(ofGroup(others));
    values.addAll(between(group(advised), group(others)));
    return RowFactory.create(values.toArray());
  }

  private static List<@Nullable Object> ofGroup(@Nullable Row side) {
    ForecastGroup group = group(side);
    long pairs = side == null ? 0 : side.getLong(0);
    long running = side == null ? 0 : side.getLong(2);
    List<@Nullable Object> values = new ArrayList<>();
    values.addAll(List.of(pairs, group.sellers(), running, group.events(), group.forecast()));
    if (group.hasForecast()) {
      ForecastCount total = group.total();
      Interval interval = total.interval(CONFIDENCE);
      values.addAll(List.of(total.value(), interval.low(), interval.high(), total.dispersion()));
    } else {
      values.addAll(Arrays.asList(null, null, null, null));
    }
    return values;
  }

  private static List<@Nullable Object> between(ForecastGroup advised, ForecastGroup others) {
    if (!advised.isComparable() || !others.isComparable()) {
      return Arrays.asList(null, null, null, null, AdviceVerdict.NO_COMPARISON.name());
    }
    ForecastComparison comparison = new ForecastComparison(advised.total(), others.total());
    OptionalDouble value = comparison.value();
    Optional<Interval> interval = comparison.interval(CONFIDENCE);
    return Arrays.asList(
        value.isPresent() ? value.getAsDouble() : null,
        interval.map(Interval::low).orElse(null),
        interval.map(Interval::high).orElse(null),
        comparison.pValue(),
        verdict(comparison).name());
  }

  private static AdviceVerdict verdict(ForecastComparison comparison) {
    if (comparison.pValue() >= SIGNIFICANT_BELOW) {
      return AdviceVerdict.NO_DIFFERENCE;
    }
    return comparison.advised().value() < comparison.others().value()
        ? AdviceVerdict.FEWER
        : AdviceVerdict.MORE;
  }

  private static ForecastGroup group(@Nullable Row side) {
    return side == null
        ? ForecastGroup.EMPTY
        : new ForecastGroup(
            side.getLong(1),
            side.getLong(3),
            side.getDouble(4),
            side.getDouble(5),
            side.isNullAt(6) ? 0 : side.getDouble(6));
  }

  private static Stream<Field> fieldsOf(Field group) {
    return OF_GROUP.stream().map(name -> AdviceEffect.CONTRACT.field(group.name() + "_" + name));
  }
}
