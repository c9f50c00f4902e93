package dev.hindsight.analytics;

import dev.hindsight.analytics.disputes.DisputeSources;
import dev.hindsight.analytics.kept.LatestEvents;
import dev.hindsight.analytics.kept.OrderLines;
import dev.hindsight.analytics.money.ReportingMoney;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What everything is made of.
 *
 * @param reached the sellers, as reports reach them
 * @param disputes of which disputes are made
 * @param earlierAdvice what became of advice, as the newest version of an earlier date has it
 */
record Sources(
    OrderLines orderLines,
    LatestEvents latestEvents,
    Dataset<Row> adjustments,
    Dataset<Row> sellers,
    Dataset<Row> taxonomy,
    Dataset<Row> reached,
    Dataset<Row> earlierAdvice,
    ReportingMoney money,
    DisputeSources disputes) {

  /** The latest row of each order line. */
  Dataset<Row> transactions() {
    return orderLines.rows();
  }

  /** The latest row of each event. */
  Dataset<Row> events() {
    return latestEvents.rows();
  }

  /** The same, with disputes that are made of something else. */
  Sources with(DisputeSources made) {
    return new Sources(
        orderLines,
        latestEvents,
        adjustments,
        sellers,
        taxonomy,
        reached,
        earlierAdvice,
        money,
        made);
  }
}
