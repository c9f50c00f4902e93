package dev.hindsight.analytics.statistics;

import static org.apache.spark.sql.functions.udf;

import dev.hindsight.datasets.marts.Rating;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Tests and shrinkage as columns of observed and expected counts; for rows that are already
 * aggregated. Each is absent where expected is absent or 0.
 */
public final class TestColumns {
  private static final StructType SHRUNKEN =
      new StructType()
          .add("value", DataTypes.DoubleType, false)
          .add("low", DataTypes.DoubleType, false)
          .add("high", DataTypes.DoubleType, false);

  private TestColumns() {}

  /** P(an ordinary seller has as many), {@link NegativeBinomial#probabilityOfAtLeast}. */
  public static Column pValue(Column observed, Column expected, double spread) {
    UDF2<@Nullable Long, @Nullable Double, @Nullable Double> test =
        (count, mean) ->
            isComparable(count, mean)
                ? new NegativeBinomial(mean, spread).probabilityOfAtLeast(count)
                : null;
    return udf(test, DataTypes.DoubleType).apply(observed, expected);
  }

  /** The {@link Rating}'s name; {@link Rating#INSUFFICIENT_DATA} where nothing is expected. */
  public static Column rating(Column observed, Column expected, Column spread) {
    UDF3<@Nullable Long, @Nullable Double, Double, String> rating =
        (count, mean, variance) ->
            Ratings.of(count == null ? 0 : count, mean == null ? 0 : mean, variance).name();
    return udf(rating, DataTypes.StringType).apply(observed, expected, spread);
  }

  /** {@link ShrunkenRatio} as a struct of {@code value}, {@code low} and {@code high}. */
  public static Column shrunkenRatio(Column observed, Column expected, double variance) {
    UDF2<@Nullable Long, @Nullable Double, @Nullable Row> shrunken =
        (count, mean) ->
            isComparable(count, mean) ? row(new ShrunkenRatio(variance, count, mean)) : null;
    return udf(shrunken, SHRUNKEN).apply(observed, expected);
  }

  /** The two-sided p-value of {@link RateRatio} between two windows' ratios. */
  public static Column changePValue(
      Column observed, Column expected, Column previousObserved, Column previousExpected) {
    UDF4<@Nullable Long, @Nullable Double, @Nullable Long, @Nullable Double, @Nullable Double>
        test =
            (count, mean, previousCount, previousMean) ->
                isComparable(count, mean) && isComparable(previousCount, previousMean)
                    ? new RateRatio(count, mean, previousCount, previousMean).pValue()
                    : null;
    return udf(test, DataTypes.DoubleType)
        .apply(observed, expected, previousObserved, previousExpected);
  }

  /** The bin of a p-value in its family, {@link BenjaminiHochberg#bin}. */
  public static Column bin(Column pValue) {
    UDF1<Double, Integer> bin = BenjaminiHochberg::bin;
    return udf(bin, DataTypes.IntegerType).apply(pValue);
  }

  private static boolean isComparable(@Nullable Long observed, @Nullable Double expected) {
    return observed != null && expected != null && expected > 0;
  }

  private static Row row(ShrunkenRatio ratio) {
    Interval interval = ratio.interval(IntervalColumns.CONFIDENCE);
    return RowFactory.create(ratio.value(), interval.low(), interval.high());
  }
}
