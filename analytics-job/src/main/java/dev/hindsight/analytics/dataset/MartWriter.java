package dev.hindsight.analytics.dataset;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.lake.DurableFiles;
import dev.hindsight.datasets.lake.VersionName;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes marts into a candidate folder, each file named for its version, and keeps count of the
 * rows.
 */
public final class MartWriter {
  private static final Logger log = LoggerFactory.getLogger(MartWriter.class);
  private static final String ROWS = "row_count";

  private final Path candidate;
  private final VersionName version;
  private final Map<String, Long> rowCounts = new ConcurrentSkipListMap<>();

  public MartWriter(Path candidate, VersionName version) {
    this.candidate = candidate;
    this.version = version;
  }

  /**
   * Writes a mart into one file, in the order of its key: one that is never large.
   *
   * @return {@link #write}
   */
  public Dataset<Row> writeOneFile(Dataset<Row> rows, Contract<?> contract) throws IOException {
    return write(
        SmallLake.isOf(rows.sparkSession()) ? rows.coalesce(1) : rows.repartition(1), contract);
  }

  /**
   * Writes a mart in the order of its key.
   *
   * @return the mart's rows, read back: what builds on them does not compute them again
   * @throws ContractViolationException when the rows are not what the contract says
   */
  public Dataset<Row> write(Dataset<Row> rows, Contract<?> contract) throws IOException {
    Path written = candidate.resolve("." + contract.name());
    Path mart = candidate.resolve(contract.name());
    Observation observation = new Observation(contract.name());
    Column[] key = contract.key().stream().map(Columns::col).toArray(Column[]::new);
    Conforming.conform(rows, contract)
        .observe(observation, count(lit(1)).as(ROWS))
        .sortWithinPartitions(key)
        .write()
        .mode(SaveMode.Overwrite)
        .parquet(written.toString());
    long rowCount = rowCountOf(observation);
    rowCounts.put(contract.name(), rowCount);
    nameFiles(written, mart, contract.name());
    log.info("Mart {}: {} rows", contract.name(), rowCount);
    return SmallLake.gathered(
        rows.sparkSession()
            .read()
            .schema(SparkTypes.schemaOf(contract)) // known, so that no file is opened for it
            .parquet(mart.toString()));
  }

  /** Rows of each mart written so far. */
  public Map<String, Long> rowCounts() {
    return Map.copyOf(rowCounts);
  }

  private static long rowCountOf(Observation observation) throws InterruptedIOException {
    try {
      return ((Number) Objects.requireNonNull(observation.getAsJava().get(ROWS))).longValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while a mart was written");
    }
  }

  private void nameFiles(Path written, Path mart, String name) throws IOException {
    Files.createDirectories(mart);
    List<Path> parts;
    try (Stream<Path> files = Files.list(written)) {
      parts =
          files.filter(file -> file.getFileName().toString().startsWith("part-")).sorted().toList();
    }
    for (int part = 0; part < parts.size(); part++) {
      Files.move(parts.get(part), mart.resolve(version.fileName(name, part)));
    }
    DurableFiles.deleteTree(written);
  }
}
