package dev.hindsight.analytics.statistics;

import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import java.util.List;
import java.util.OptionalDouble;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** How long waits last, as columns. */
public final class WaitColumns {
  private WaitColumns() {}

  /**
   * Aggregate: the {@link KaplanMeier#median}; absent where more than half still wait.
   *
   * @param duration of counts of waits, 0 or more; rows without one are left out
   * @param ended how many ended after it
   * @param censored how many still went on after it
   */
  public static Column median(Column duration, Column ended, Column censored) {
    UDF1<Seq<Row>, @Nullable Double> median =
        counts ->
            median(CollectionConverters.asJava(counts).stream().map(WaitColumns::count).toList());
    return udf(median, DataTypes.DoubleType)
        .apply(
            collect_list(
                struct(duration.as("duration"), ended.as("ended"), censored.as("censored"))));
  }

  private static @Nullable Double median(List<DurationCount> counts) {
    OptionalDouble median = KaplanMeier.of(counts).median();
    return median.isPresent() ? median.getAsDouble() : null;
  }

  private static DurationCount count(Row row) {
    return new DurationCount(row.getDouble(0), row.getLong(1), row.getLong(2));
  }
}
