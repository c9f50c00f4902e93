package dev.hindsight.analytics;

import dev.hindsight.analytics.disputes.Disputes;
import dev.hindsight.analytics.kept.OrderLines;
import dev.hindsight.analytics.money.ReportingMoney;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What everything is made of.
 *
 * @param reached the sellers, as reports reach them
 * @param earlierAdvice what became of advice, as the newest version of an earlier date has it
 */
record Sources(
    OrderLines orderLines,
    Dataset<Row> events,
    Dataset<Row> adjustments,
    Dataset<Row> sellers,
    Dataset<Row> taxonomy,
    Dataset<Row> reached,
    Dataset<Row> earlierAdvice,
    ReportingMoney money) {

  /** The latest row of each order line. */
  Dataset<Row> transactions() {
    return orderLines.rows();
  }

  /** The disputes in their states as of some dates. */
  Dataset<Row> disputes(Disputes asOf) {
    return asOf.from(events, transactions(), adjustments, taxonomy);
  }
}
