package dev.hindsight.analytics;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.datasets.landed.Transaction;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The currency that most of what was sold has, else most of what was disputed: what sums are in
 * where nobody says otherwise.
 *
 * @param end what landed of later dates must not change the currency of this one
 */
record CommonestCurrency(Instant end) {
  private static final String NO_CURRENCY =
      "XXX"; // ISO 4217's code for transactions without a currency

  private static final Field USES = scratch("uses");

  String of(Dataset<Row> transactions, Dataset<Row> events) {
    List<Row> ofSales = commonest(transactions, col(Transaction.ORDERED_AT));
    List<Row> known =
        ofSales.isEmpty() ? commonest(events, col(DisputeEvent.OCCURRED_AT)) : ofSales;
    return known.isEmpty() ? NO_CURRENCY : known.get(0).getString(0);
  }

  /** At most one row. */
  private List<Row> commonest(Dataset<Row> priced, Column at) {
    return priced
        .where(at.lt(lit(end)).and(col(Transaction.CURRENCY).isNotNull()))
        .groupBy(col(Transaction.CURRENCY))
        .agg(as(USES, count(lit(1))))
        .orderBy(col(USES).desc(), col(Transaction.CURRENCY))
        .limit(1)
        .collectAsList();
  }
}
