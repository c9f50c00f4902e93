package dev.hindsight.analytics.truth;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.to_date;

import dev.hindsight.analytics.MeasuredFindings;
import dev.hindsight.analytics.dataset.IntermediateRows;
import dev.hindsight.analytics.dataset.SparkTypes;
import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.datasets.landed.Transaction;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Reads a landing folder of canonical CSV files by Spark alone: the ingest is not measured. Every
 * row must be a valid one, and none may replace another.
 */
record CsvLogs(IntermediateRows intermediate, Path landing) {
  private static final Field USES = scratch("uses");

  /** Their transactions and dispute events, in the commonest currency of what was sold. */
  MeasuredFindings.Logs read() {
    Dataset<Row> transactions =
        read(Transaction.CONTRACT, "transactions*.csv", Transaction.ORDERED_AT);
    String currency =
        transactions
            .groupBy(col(Transaction.CURRENCY.name()))
            .agg(as(USES, count(lit(1))))
            .orderBy(col(USES.name()).desc(), col(Transaction.CURRENCY.name()))
            .first()
            .getString(0);
    return new MeasuredFindings.Logs(
        transactions,
        read(DisputeEvent.CONTRACT, "dispute-events*.csv", DisputeEvent.OCCURRED_AT),
        currency);
  }

  private Dataset<Row> read(Contract<?> contract, String files, Field instant) {
    Dataset<Row> cells =
        intermediate.spark().read().option("header", true).csv(landing.resolve(files).toString());
    Set<String> given = Set.copyOf(Arrays.asList(cells.columns()));
    Column[] typed =
        contract.fields().stream()
            .map(field -> value(field, given, instant).as(field.name()))
            .toArray(Column[]::new);
    return intermediate.readBack(cells.select(typed), contract.name());
  }

  private static Column value(Field field, Set<String> given, Field instant) {
    if (given.contains(field.name())) {
      return col(field.name()).cast(SparkTypes.typeOf(field.type()));
    }
    return switch (field.name()) {
      case "batch_number" -> lit(1);
      case "line_number" -> monotonically_increasing_id();
      case "ordered_date", "occurred_date" -> to_date(col(instant.name()).cast("timestamp"));
      default -> lit(null).cast(SparkTypes.typeOf(field.type()));
    };
  }
}
