package dev.hindsight.nightly.benchmark;

import dev.hindsight.datasets.lake.DurableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/**
 * Times a whole analysis beside its counting part in DuckDB, on one generated lake: {@code
 * AnalysisBenchmark FOLDER TRANSACTIONS}. It fails when one of them fails, never for slowness.
 */
final class AnalysisBenchmark {
  private static final Path DISTRIBUTION =
      Path.of(System.getProperty("hindsight.distribution", "target/hindsight")).toAbsolutePath();

  private AnalysisBenchmark() {}

  public static void main(String[] arguments)
      throws IOException, InterruptedException, SQLException {
    Path folder = Path.of(arguments[0]).toAbsolutePath();
    long transactions = Long.parseLong(arguments[1]);
    Path lake = folder.resolve("lake-" + transactions);
    if (!Files.isDirectory(lake)) {
      GeneratedLake.write(lake, transactions);
    }
    MeasuredRun analysis = measured(analysis(lake), folder);
    MeasuredRun counting =
        measured(
            DuckDbCounting.contender(lake, folder.resolve("duckdb"), GeneratedLake.lastDate()),
            folder);
    System.out.printf(
        Locale.ROOT,
        """
        | contender | seconds | peak memory MB | output MB |
        |---|---|---|---|
        | hindsight analyze, every mart | %.0f | %.0f | %.0f |
        | DuckDB, the counting part | %.0f | %.0f | %.0f |

        hindsight analyze / DuckDB: %.1f
        """,
        analysis.seconds(),
        analysis.peakMegabytes(),
        analysis.outputMegabytes(),
        counting.seconds(),
        counting.peakMegabytes(),
        counting.outputMegabytes(),
        analysis.seconds() / counting.seconds());
  }

  private static Contender analysis(Path lake) {
    return new Contender(
        "hindsight analyze",
        List.of(
            DISTRIBUTION.resolve("bin/hindsight").toString(),
            "analyze",
            "--lake",
            lake.toString(),
            "--as-of",
            GeneratedLake.lastDate().toString(),
            "--spark-master",
            "local[2]",
            "--spark-driver-memory",
            "4g"),
        lake.resolve("versions"),
        "*/*/*.parquet");
  }

  private static MeasuredRun measured(Contender contender, Path folder)
      throws IOException, InterruptedException {
    DurableFiles.deleteTree(contender.output());
    Files.createDirectories(contender.output());
    return MeasuredRun.of(contender, folder.resolve(contender.name() + ".log"));
  }
}
