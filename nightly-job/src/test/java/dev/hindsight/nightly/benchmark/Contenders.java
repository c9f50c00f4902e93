package dev.hindsight.nightly.benchmark;

import dev.hindsight.nightly.spark.SparkCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The ingest, DuckDB and Spark, each to make Parquet of the log.
 *
 * @param folder where the outputs go
 * @param log alone in its folder
 */
record Contenders(Path folder, Path log) {
  private static final String HEAP = "-Xmx512m";
  private static final Path DISTRIBUTION =
      Path.of(System.getProperty("hindsight.distribution", "target/hindsight")).toAbsolutePath();
  private static final Path ANALYTICS = Path.of("..", "analytics-job", "target").toAbsolutePath();

  List<Contender> all() throws IOException {
    requireLittleHeap();
    return List.of(ingest(), duckDb(), spark());
  }

  /** The ingest's numbers are worth nothing with more memory than it runs with elsewhere. */
  private static void requireLittleHeap() throws IOException {
    Path launcher = DISTRIBUTION.resolve("bin/hindsight");
    if (!Files.readString(launcher).contains(HEAP)) {
      throw new IllegalStateException("%s does not run with %s".formatted(launcher, HEAP));
    }
  }

  private Contender ingest() {
    Path output = folder.resolve("ingested");
    return new Contender(
        "hindsight ingest",
        List.of(
            DISTRIBUTION.resolve("bin/hindsight").toString(),
            "ingest",
            "--landing",
            String.valueOf(log.getParent()),
            "--lake",
            output.resolve("lake").toString()),
        output,
        "lake/landed/transactions/*/*.parquet");
  }

  private Contender duckDb() {
    Path output = folder.resolve("duckdb");
    return new Contender(
        "DuckDB COPY",
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            DuckDbCopy.class.getName(),
            log.toString(),
            output.resolve("transactions.parquet").toString()),
        output,
        "transactions.parquet");
  }

  private Contender spark() {
    Path output = folder.resolve("spark");
    return new Contender(
        "Spark CSV reader",
        SparkCommand.of(
            ANALYTICS.resolve("spark"),
            ANALYTICS.resolve("test-classes"),
            "dev.hindsight.analytics.benchmark.SparkCsvToParquet",
            List.of(log.toString(), output.resolve("transactions").toString())),
        output,
        "transactions/*.parquet");
  }
}
