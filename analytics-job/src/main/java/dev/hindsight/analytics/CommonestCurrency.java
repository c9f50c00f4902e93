package dev.hindsight.analytics;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import dev.hindsight.analytics.kept.OrderLines;
import dev.hindsight.analytics.time.ReportingCalendar;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.datasets.landed.Transaction;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The currency that most of what was sold has, else most of what was disputed: what sums are in
 * where nobody says otherwise.
 *
 * @param lastDate what landed of later dates must not change the currency of this one
 */
record CommonestCurrency(LocalDate lastDate, ReportingCalendar calendar) {
  private static final String NO_CURRENCY =
      "XXX"; // ISO 4217's code for transactions without a currency

  private static final Field USES = scratch("uses");

  /**
   * @param linesByDay {@link OrderLines#linesByDay}
   */
  String of(Dataset<Row> linesByDay, Dataset<Row> events) {
    List<Row> ofSales =
        commonest(
            linesByDay.where(col(OrderLines.ORDERED_DAY).leq(lit(lastDate))),
            sum(col(OrderLines.TRANSACTION_COUNT)));
    List<Row> known =
        ofSales.isEmpty()
            ? commonest(
                events.where(col(DisputeEvent.OCCURRED_AT).lt(lit(calendar.endOf(lastDate)))),
                count(lit(1)))
            : ofSales;
    return known.isEmpty() ? NO_CURRENCY : known.get(0).getString(0);
  }

  /** At most one row. */
  private static List<Row> commonest(Dataset<Row> priced, Column uses) {
    return priced
        .where(col(Transaction.CURRENCY).isNotNull())
        .groupBy(col(Transaction.CURRENCY))
        .agg(as(USES, uses))
        .orderBy(col(USES).desc(), col(Transaction.CURRENCY))
        .limit(1)
        .collectAsList();
  }
}
