package dev.hindsight.analytics.kept;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.with;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import dev.hindsight.analytics.time.ReportingCalendar;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.Transaction;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The latest row of each order line, and what is counted of them by date: history is read from the
 * counts, and only the dates in question from the rows.
 *
 * @param rows columns of {@link Transaction}
 * @param linesByDay {@code ordered_day, seller_id, category, currency, transaction_count, amount}:
 *     several rows of one key add up
 * @param ordersByDay {@code ordered_day, seller_id, order_count}: several rows of one key add up
 */
public record OrderLines(Dataset<Row> rows, Dataset<Row> linesByDay, Dataset<Row> ordersByDay) {
  /** The date of the order in the reporting time zone. */
  public static final Field ORDERED_DAY = scratch("ordered_day");

  public static final Field TRANSACTION_COUNT = scratch("transaction_count");
  public static final Field ORDER_COUNT = scratch("order_count");

  /**
   * Order lines by date, seller, category and currency, with what was paid for them.
   *
   * @param parts what else to tell the counts apart by
   */
  static Dataset<Row> linesByDay(Dataset<Row> rows, ReportingCalendar calendar, Field... parts) {
    return dated(rows, calendar)
        .groupBy(
            by(
                parts,
                ORDERED_DAY,
                Transaction.SELLER_ID,
                Transaction.CATEGORY,
                Transaction.CURRENCY))
        .agg(
            as(TRANSACTION_COUNT, count(lit(1))),
            as(Transaction.AMOUNT, sum(col(Transaction.AMOUNT))));
  }

  /** Distinct orders by date and seller: one whose lines were ordered on two dates counts twice. */
  static Dataset<Row> ordersByDay(Dataset<Row> rows, ReportingCalendar calendar, Field... parts) {
    return dated(rows, calendar)
        .groupBy(by(parts, ORDERED_DAY, Transaction.SELLER_ID))
        .agg(as(ORDER_COUNT, count_distinct(col(Transaction.ORDER_ID))));
  }

  /** Counted on the spot. */
  public static OrderLines of(Dataset<Row> rows, ReportingCalendar calendar) {
    return new OrderLines(rows, linesByDay(rows, calendar), ordersByDay(rows, calendar));
  }

  private static Dataset<Row> dated(Dataset<Row> rows, ReportingCalendar calendar) {
    return with(rows, ORDERED_DAY, calendar.dateOf(col(Transaction.ORDERED_AT)));
  }

  private static Column[] by(Field[] parts, Field... fields) {
    return Stream.concat(Stream.of(parts), Stream.of(fields))
        .map(field -> col(field))
        .toArray(Column[]::new);
  }
}
