package dev.hindsight.analytics.disputes;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.unfolded;
import static dev.hindsight.analytics.dataset.Columns.with;
import static dev.hindsight.analytics.dataset.Columns.without;
import static dev.hindsight.datasets.marts.Dispute.AS_OF_DATE;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_min;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import dev.hindsight.analytics.time.ReportingCalendar;
import dev.hindsight.datasets.contract.Field;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Dates to tell the state of things as of, all in one go. What nothing happens to between two dates
 * is the same as of both, and is made once for that stretch of dates.
 */
record AsOfDates(List<LocalDate> dates, ReportingCalendar calendar) {
  /** Number of the first date of a stretch, from 1 on. */
  static final Field FIRST_DATE = scratch("first_date");

  static final Field LAST_DATE = scratch("last_date");

  private static final Field FIRST_DATES = scratch("first_dates");
  private static final Field STRETCH = scratch("stretch");

  AsOfDates {
    dates = dates.stream().sorted().distinct().toList();
  }

  /**
   * Each row once for every stretch of dates by which it had happened, and in which nothing more
   * happened to the same thing, under {@link #FIRST_DATE} and {@link #LAST_DATE}.
   *
   * @param thing its id
   */
  Dataset<Row> known(Dataset<Row> rows, Field happenedAt, Field thing) {
    Dataset<Row> happened = with(rows, FIRST_DATE, firstDateAfter(happenedAt));
    happened = happened.where(col(FIRST_DATE).isNotNull());
    if (dates.size() == 1) {
      return with(happened, LAST_DATE, lit(1));
    }
    Column firstDates = collect_set(col(FIRST_DATE)).over(Window.partitionBy(col(thing)));
    Column stretches =
        transform(filter(col(FIRST_DATES), date -> date.geq(col(FIRST_DATE))), this::stretchFrom);
    Dataset<Row> known = with(with(happened, FIRST_DATES, firstDates), STRETCH, explode(stretches));
    return unfolded(without(known, FIRST_DATE, FIRST_DATES), STRETCH);
  }

  /** Each row once for every date of its stretch, under {@code as_of_date}. */
  Dataset<Row> ofEachDate(Dataset<Row> rows) {
    Column all = array(dates.stream().map(date -> lit(date)).toArray(Column[]::new));
    Column number = explode(sequence(col(FIRST_DATE), col(LAST_DATE)));
    Dataset<Row> dated =
        with(with(rows, STRETCH, number), AS_OF_DATE, element_at(all, col(STRETCH)));
    return without(dated, FIRST_DATE, LAST_DATE, STRETCH);
  }

  /** Absent where it happened after all of them. */
  private Column firstDateAfter(Field instant) {
    Column number = lit(null).cast("int");
    for (int i = dates.size(); i > 0; i--) {
      Column end = lit(calendar.endOf(dates.get(i - 1)));
      number = when(col(instant).lt(end), lit(i)).otherwise(number);
    }
    return number;
  }

  private Column stretchFrom(Column firstDate) {
    Column next = array_min(filter(col(FIRST_DATES), date -> date.gt(firstDate)));
    return struct(
        as(FIRST_DATE, firstDate), as(LAST_DATE, coalesce(next.minus(lit(1)), lit(dates.size()))));
  }
}
