package dev.hindsight.analytics.truth;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.to_date;

import dev.hindsight.analytics.dataset.SparkManifests;
import dev.hindsight.analytics.dataset.SparkTypes;
import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.datasets.landed.Transaction;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Lands generated logs, which are known to be valid, by Spark: the ingest is not measured here. */
record LandedCsv(SparkSession spark, Lake lake) {

  /** The transactions and the dispute events of a landing folder. */
  void land(Path landing) throws IOException {
    land(1, Transaction.CONTRACT, landing.resolve("transactions*.csv"), Transaction.ORDERED_AT);
    land(
        2, DisputeEvent.CONTRACT, landing.resolve("dispute-events*.csv"), DisputeEvent.OCCURRED_AT);
  }

  private void land(int batch, Contract<?> contract, Path files, Field instant) throws IOException {
    Dataset<Row> cells = spark.read().option("header", true).csv(files.toString());
    Set<String> given = Set.copyOf(Arrays.asList(cells.columns()));
    Column[] typed =
        contract.fields().stream()
            .map(field -> value(field, given, batch, instant).as(field.name()))
            .toArray(Column[]::new);
    Path folder = lake.batch(contract.name(), batch);
    cells.select(typed).write().parquet(folder.toString());
    long rows = spark.read().parquet(folder.toString()).count();
    SparkManifests.write(
        folder.resolve(Lake.FILE_MANIFEST), manifest(contract.name(), batch, rows));
  }

  private static Column value(Field field, Set<String> given, int batch, Field instant) {
    if (given.contains(field.name())) {
      return col(field.name()).cast(SparkTypes.typeOf(field.type()));
    }
    return switch (field.name()) {
      case "batch_number" -> lit(batch);
      case "line_number" -> monotonically_increasing_id();
      case "ordered_date", "occurred_date" -> to_date(col(instant.name()).cast("timestamp"));
      default -> lit(null).cast(SparkTypes.typeOf(field.type()));
    };
  }

  private static LandedFile manifest(String dataset, int batch, long rows) {
    return new LandedFile(
        dataset,
        batch,
        dataset + ".csv",
        "sha256 of " + batch,
        1,
        rows,
        0,
        List.of(),
        Instant.EPOCH,
        null,
        null,
        null,
        null,
        null);
  }
}
