package dev.hindsight.analytics.statistics;

import static org.apache.spark.sql.functions.udf;

import dev.hindsight.analytics.dataset.Columns;
import dev.hindsight.datasets.contract.Field;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The intervals as columns; for rows that are already aggregated. Each is a struct of {@code low}
 * and {@code high}.
 */
public final class IntervalColumns {
  /** The confidence of every interval in the marts. */
  public static final double CONFIDENCE = 0.95;

  private static final UserDefinedFunction WILSON =
      udf(
          (UDF2<@Nullable Long, @Nullable Long, @Nullable Row>) IntervalColumns::wilson,
          bounds(DataTypes.DoubleType));
  private static final UserDefinedFunction RATIO =
      udf(
          (UDF2<@Nullable Long, @Nullable Double, @Nullable Row>) IntervalColumns::ratio,
          bounds(DataTypes.DoubleType));
  private static final UserDefinedFunction USUAL =
      udf(
          (UDF2<@Nullable Double, @Nullable Double, @Nullable Row>) IntervalColumns::usual,
          bounds(DataTypes.LongType));

  private IntervalColumns() {}

  /** Wilson's interval of a share; absent without a whole. */
  public static Column wilson(Column part, Column whole) {
    return WILSON.apply(part, whole);
  }

  /** The interval of observed / expected; absent where expected is absent or 0. */
  public static Column ratio(Column observed, Column expected) {
    return RATIO.apply(observed, expected);
  }

  /**
   * The counts that are usual for an expectation; absent where it is absent or 0.
   *
   * @param spread variance of true ratios among ordinary sellers
   */
  public static Column usual(Column expected, Column spread) {
    return USUAL.apply(expected, spread);
  }

  /** The rows with both ends of an interval as columns. */
  public static Dataset<Row> withBounds(Dataset<Row> rows, Column interval, Field low, Field high) {
    return Columns.with(rows, Map.of(low, low(interval), high, high(interval)));
  }

  public static Column low(Column interval) {
    return interval.getField("low");
  }

  public static Column high(Column interval) {
    return interval.getField("high");
  }

  private static @Nullable Row wilson(@Nullable Long part, @Nullable Long whole) {
    if (part == null || whole == null || whole == 0) {
      return null;
    }
    return row(new Proportion(part, whole).wilson(CONFIDENCE));
  }

  private static @Nullable Row ratio(@Nullable Long observed, @Nullable Double expected) {
    if (observed == null || expected == null || expected <= 0) {
      return null;
    }
    return row(new StandardisedRatio(observed, expected).interval(CONFIDENCE));
  }

  private static @Nullable Row usual(@Nullable Double expected, @Nullable Double spread) {
    if (expected == null || expected <= 0) {
      return null;
    }
    NegativeBinomial counts = new NegativeBinomial(expected, spread == null ? 0 : spread);
    UsualRange range = UsualRange.of(counts, CONFIDENCE);
    return RowFactory.create(range.low(), range.high());
  }

  private static Row row(Interval interval) {
    return RowFactory.create(interval.low(), interval.high());
  }

  private static StructType bounds(DataType type) {
    return new StructType(
        new StructField[] {
          DataTypes.createStructField("low", type, false),
          DataTypes.createStructField("high", type, false)
        });
  }
}
