package dev.hindsight.analytics.reports;

import static dev.hindsight.analytics.dataset.Columns.scratch;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;

import dev.hindsight.analytics.dataset.Columns;
import dev.hindsight.analytics.dataset.SparkTypes;
import dev.hindsight.analytics.statistics.IntervalColumns;
import dev.hindsight.datasets.contract.Field;
import org.apache.spark.sql.Column;

/** Structs and lists of structs, as the seller report nests them. */
final class NestedColumns {
  private static final Field SORTED_BY = scratch("sorted_by");
  private static final Field LINE = scratch("line");

  private NestedColumns() {}

  /** Aggregate: the lines as a list in ascending order of a struct. */
  static Column listed(Column line, Column sortedBy) {
    Column ordered =
        sort_array(collect_list(struct(Columns.as(SORTED_BY, sortedBy), Columns.as(LINE, line))));
    return transform(ordered, entry -> Columns.part(entry, LINE));
  }

  /** A list without its absent lines. */
  static Column present(Column lines) {
    return filter(lines, Column::isNotNull);
  }

  /** A list, or an empty one of the field's type. */
  static Column orEmpty(Field list) {
    return coalesce(Columns.col(list), array().cast(SparkTypes.typeOf(list.type())));
  }

  /** Observed and expected with what is usual for that expectation and spread. */
  static Column comparison(Column observed, Column expected, Column spread) {
    Column usual = IntervalColumns.usual(expected, spread);
    return struct(
        observed.as("observed_count"),
        expected.as("expected_count"),
        IntervalColumns.low(usual).as("usual_low"),
        IntervalColumns.high(usual).as("usual_high"));
  }
}
