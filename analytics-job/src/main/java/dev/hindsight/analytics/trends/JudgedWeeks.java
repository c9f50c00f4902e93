package dev.hindsight.analytics.trends;

import static org.apache.spark.sql.functions.udf;

import dev.hindsight.analytics.dataset.SparkTypes;
import dev.hindsight.analytics.statistics.TrendSeries;
import dev.hindsight.analytics.statistics.TrendWeek;
import dev.hindsight.analytics.statistics.UsualWeek;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.marts.Alarm;
import dev.hindsight.datasets.marts.Trend;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** {@link TrendSeries} as a column of a series' counts. */
final class JudgedWeeks {
  private JudgedWeeks() {}

  /**
   * Every week of the series, as a list of structs: its weeks ago, its counts, and what {@link
   * TrendWeek} says.
   *
   * @param counts list of structs of weeks ago, disputes and disputed orders; weeks without
   *     disputes may lack
   * @param firstAgo how many weeks ago the series began
   */
  static Column of(Column counts, Column firstAgo, Field weeksAgo, double lastShare) {
    UDF2<Seq<Row>, Integer, List<Row>> judged =
        (known, first) -> rows(CollectionConverters.asJava(known), first, lastShare);
    return udf(judged, DataTypes.createArrayType(type(weeksAgo))).apply(counts, firstAgo);
  }

  private static List<Row> rows(List<Row> known, int firstAgo, double lastShare) {
    List<Long> disputes = filled(known, firstAgo, 1);
    List<Long> orders = filled(known, firstAgo, 2);
    List<TrendWeek> weeks = new TrendSeries(orders, lastShare).weeks();
    List<Row> rows = new ArrayList<>();
    for (int week = 0; week <= firstAgo; week++) {
      rows.add(row(firstAgo - week, disputes.get(week), orders.get(week), weeks.get(week)));
    }
    return rows;
  }

  private static List<Long> filled(List<Row> known, int firstAgo, int count) {
    List<Long> counts = new ArrayList<>(Collections.nCopies(firstAgo + 1, 0L));
    known.forEach(week -> counts.set(firstAgo - week.getInt(0), week.getLong(count)));
    return counts;
  }

  private static Row row(int weeksAgo, long disputes, long orders, TrendWeek week) {
    UsualWeek usual = week.usual();
    return RowFactory.create(
        weeksAgo,
        disputes,
        orders,
        usual == null ? null : usual.weeks(),
        usual == null ? null : usual.events(),
        week.expected(),
        usual == null ? null : usual.spread(),
        week.weekPValue(),
        week.twoWeekPValue(),
        week.isAlarm() ? Alarm.ABOVE.name() : null);
  }

  private static StructType type(Field weeksAgo) {
    StructType type = new StructType().add(weeksAgo.name(), DataTypes.IntegerType);
    for (Field field :
        List.of(
            Trend.DISPUTE_COUNT,
            Trend.DISPUTED_ORDER_COUNT,
            Trend.PAST_WEEK_COUNT,
            Trend.PAST_DISPUTED_ORDER_COUNT,
            Trend.EXPECTED_COUNT,
            Trend.SPREAD,
            Trend.WEEK_P_VALUE,
            Trend.TWO_WEEK_P_VALUE,
            Trend.ALARM)) {
      type = type.add(field.name(), SparkTypes.typeOf(field.type()));
    }
    return type;
  }
}
