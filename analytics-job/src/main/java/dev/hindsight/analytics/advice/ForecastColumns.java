package dev.hindsight.analytics.advice;

import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.statistics.IntervalColumns.CONFIDENCE;
import static dev.hindsight.datasets.marts.AdviceOutcome.BASELINE_EXPECTED_COUNT;
import static dev.hindsight.datasets.marts.AdviceOutcome.BASELINE_OBSERVED_COUNT;
import static dev.hindsight.datasets.marts.AdviceOutcome.BASELINE_PRIOR_VARIANCE;
import static dev.hindsight.datasets.marts.AdviceOutcome.EXPECTED_COUNT;
import static dev.hindsight.datasets.marts.AdviceOutcome.FORECAST_COUNT;
import static dev.hindsight.datasets.marts.AdviceOutcome.FORECAST_RATIO;
import static dev.hindsight.datasets.marts.AdviceOutcome.FORECAST_RATIO_HIGH;
import static dev.hindsight.datasets.marts.AdviceOutcome.FORECAST_RATIO_LOW;
import static dev.hindsight.datasets.marts.AdviceOutcome.FORECAST_VARIANCE;
import static dev.hindsight.datasets.marts.AdviceOutcome.OBSERVED_COUNT;
import static org.apache.spark.sql.functions.udf;

import dev.hindsight.analytics.statistics.Forecast;
import dev.hindsight.analytics.statistics.ForecastCount;
import dev.hindsight.analytics.statistics.Interval;
import dev.hindsight.analytics.statistics.ShrunkenRatio;
import dev.hindsight.datasets.contract.Field;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF5;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Forecasts as columns; for rows that are already aggregated. */
final class ForecastColumns {
  private static final StructType OF_EPISODE =
      structOf(
          FORECAST_COUNT,
          FORECAST_VARIANCE,
          FORECAST_RATIO,
          FORECAST_RATIO_LOW,
          FORECAST_RATIO_HIGH);

  private ForecastColumns() {}

  /** A struct of what {@link Forecast} and {@link ForecastCount} say of an episode. */
  static Column ofEpisode() {
    UDF5<Double, Long, Double, Double, Long, Row> forecast =
        (variance, baseObserved, baseExpected, expected, observed) ->
            row(
                new Forecast(new ShrunkenRatio(variance, baseObserved, baseExpected), expected),
                observed);
    return udf(forecast, OF_EPISODE)
        .apply(
            col(BASELINE_PRIOR_VARIANCE),
            col(BASELINE_OBSERVED_COUNT),
            col(BASELINE_EXPECTED_COUNT),
            col(EXPECTED_COUNT),
            col(OBSERVED_COUNT));
  }

  private static Row row(Forecast forecast, long observed) {
    if (forecast.count() == 0) {
      return RowFactory.create(0.0, 0.0, null, null, null);
    }
    ForecastCount counted = ForecastCount.of(observed, forecast);
    Interval interval = counted.interval(CONFIDENCE);
    return RowFactory.create(
        forecast.count(), forecast.variance(), counted.value(), interval.low(), interval.high());
  }

  private static StructType structOf(Field... doubles) {
    return new StructType(
        List.of(doubles).stream()
            .map(field -> DataTypes.createStructField(field.name(), DataTypes.DoubleType, true))
            .toArray(StructField[]::new));
  }
}
