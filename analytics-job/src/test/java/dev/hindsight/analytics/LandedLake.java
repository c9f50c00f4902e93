package dev.hindsight.analytics;

import dev.hindsight.analytics.dataset.ContractRows;
import dev.hindsight.analytics.dataset.SparkManifests;
import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.datasets.landed.Transaction;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Lands files in a lake without the ingest. */
record LandedLake(SparkSession spark, Lake lake) {

  <T extends Record> void land(int batch, Contract<T> contract, List<T> rows) throws IOException {
    land(batch, null, contract, rows);
  }

  <T extends Record> void land(
      int batch, @Nullable Integer replaces, Contract<T> contract, List<T> rows)
      throws IOException {
    Path folder = lake.batch(contract.name(), batch);
    ContractRows.rows(spark, contract, rows).coalesce(1).write().parquet(folder.toString());
    LandedFile file =
        new LandedFile(
            contract.name(),
            batch,
            "%s-%d.csv".formatted(contract.name(), batch),
            "sha256 of " + batch,
            1,
            rows.size(),
            0,
            rows.stream().flatMap(LandedLake::date).distinct().sorted().toList(),
            Instant.EPOCH,
            replaces,
            null,
            null,
            null,
            null);
    SparkManifests.write(folder.resolve(Lake.FILE_MANIFEST), file);
  }

  /** As ingest tells the dates of a file. */
  private static Stream<LocalDate> date(Record row) {
    if (row instanceof Transaction line) {
      return Stream.of(line.orderedDate());
    }
    return row instanceof DisputeEvent event ? Stream.of(event.occurredDate()) : Stream.empty();
  }
}
