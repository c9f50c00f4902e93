package dev.hindsight.analytics.dataset;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.lake.DurableFiles;
import dev.hindsight.datasets.lake.VersionName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
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
   * @return the mart's rows, read back: what builds on them does not compute them again; {@link
   *     NoRows} where there are none
   * @throws ContractViolationException when the rows are not what the contract says
   */
  public Dataset<Row> write(Dataset<Row> rows, Contract<?> contract) throws IOException {
    Path written = candidate.resolve("." + contract.name());
    Path mart = candidate.resolve(contract.name());
    CountedRows counted = CountedRows.of(Conforming.conform(rows, contract), contract.name());
    Column[] key = contract.key().stream().map(Columns::col).toArray(Column[]::new);
    counted
        .rows()
        .sortWithinPartitions(key)
        .write()
        .mode(SaveMode.Overwrite)
        .parquet(SparkPath.of(written));
    long rowCount = counted.written();
    rowCounts.put(contract.name(), rowCount);
    nameFiles(written, mart, contract.name());
    log.info("Mart {}: {} rows", contract.name(), rowCount);
    if (rowCount == 0) {
      return NoRows.of(rows.sparkSession(), contract);
    }
    Dataset<Row> readBack =
        rows.sparkSession()
            .read()
            .schema(SparkTypes.schemaOf(contract)) // known, so that no file is opened for it
            .parquet(SparkPath.of(mart));
    if (!rows.sparkSession().sparkContext().isLocal()) {
      counted.requireCount(readBack.count());
    }
    return SmallLake.gathered(readBack);
  }

  /** Rows of each mart written so far. */
  public Map<String, Long> rowCounts() {
    return Map.copyOf(rowCounts);
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
