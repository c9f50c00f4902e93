package dev.hindsight.analytics.disputes;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.EventType;
import dev.hindsight.datasets.marts.Dispute;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which steps of the process the marketplace's sources log at all: what nobody logs is unknown, not
 * undone.
 */
public final class LoggedSteps {
  public static final Field IS_REPLY_LOGGED = scratch("is_reply_logged");
  public static final Field IS_ESCALATION_LOGGED = scratch("is_escalation_logged");

  private LoggedSteps() {}

  /** The rows with both flags. */
  public static Dataset<Row> beside(Dataset<Row> rows, Dataset<Row> disputes) {
    Dataset<Row> flags =
        disputes.agg(
            as(IS_REPLY_LOGGED, isLogged(EventType.SELLER_REPLIED)),
            as(IS_ESCALATION_LOGGED, isLogged(EventType.ESCALATED)));
    return rows.crossJoin(broadcast(flags));
  }

  private static Column isLogged(EventType type) {
    return coalesce(max(array_contains(col(Dispute.OBSERVED_STEPS), type.step())), lit(false));
  }
}
