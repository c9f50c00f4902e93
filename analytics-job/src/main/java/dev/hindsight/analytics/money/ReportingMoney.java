package dev.hindsight.analytics.money;

import static dev.hindsight.analytics.dataset.Columns.col;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.hindsight.analytics.dataset.SparkTypes;
import dev.hindsight.datasets.contract.ColumnType.Scalar;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.datasets.marts.Dispute;
import org.apache.spark.sql.Column;

/**
 * Sums of disputes' money in one currency. A dispute is summed when both its amounts are known in
 * that currency; otherwise it is left out of every sum and counted.
 */
public record ReportingMoney(String currency) {

  public Column currencyName() {
    return lit(currency);
  }

  /**
   * Aggregate: the sum of an amount of disputes; absent when none could be summed, or it is beyond
   * any amount.
   */
  public Column total(Column amount) {
    return sum(when(col(Dispute.CURRENCY).equalTo(currencyName()), amount))
        .try_cast(SparkTypes.typeOf(Scalar.DECIMAL));
  }

  /** Aggregate: what was paid for order lines; absent when none could be summed. */
  public Column soldTotal() {
    return sum(when(col(Transaction.CURRENCY).equalTo(currencyName()), col(Transaction.AMOUNT)))
        .try_cast(SparkTypes.typeOf(Scalar.DECIMAL));
  }

  /** Aggregate: the disputes of which an amount is left out. */
  public Column unconvertedCount() {
    return count_if(not(isKnown()));
  }

  private Column isKnown() {
    Column known =
        col(Dispute.CURRENCY)
            .equalTo(currencyName())
            .and(col(Dispute.DISPUTED_AMOUNT).isNotNull())
            .and(col(Dispute.REFUNDED_AMOUNT).isNotNull());
    return coalesce(known, lit(false));
  }
}
