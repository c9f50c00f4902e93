package dev.hindsight.nightly.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The counting part of the marts in DuckDB, with two threads and 4 GB: {@code DuckDbCounting LAKE
 * OUTPUT CAUSES.csv AS_OF}. Prints the seconds of each part.
 */
final class DuckDbCounting {
  private static final Path CAUSES =
      Path.of("..", "analytics-job/src/main/resources/dev/hindsight/analytics/taxonomy/causes.csv")
          .toAbsolutePath()
          .normalize();

  private DuckDbCounting() {}

  /** As a process of its own, which holds little beside DuckDB. */
  static Contender contender(Path lake, Path output, LocalDate asOf) {
    return new Contender(
        "DuckDB counting",
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            DuckDbCounting.class.getName(),
            lake.toString(),
            output.toString(),
            CAUSES.toString(),
            asOf.toString()),
        output,
        "*.parquet");
  }

  public static void main(String[] arguments) throws IOException, SQLException {
    Path output = Path.of(arguments[1]);
    Files.createDirectories(output);
    SqlScript script =
        SqlScript.named(
            "counting.sql",
            Map.of(
                "landed",
                arguments[0] + "/landed",
                "out",
                output.toString(),
                "causes",
                arguments[2],
                "as_of",
                arguments[3]));
    Map<String, Double> seconds = new LinkedHashMap<>();
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:" + output + "/work.duckdb");
        Statement statement = duckDb.createStatement()) {
      statement.execute("SET threads = 2");
      statement.execute("SET memory_limit = '4GB'");
      statement.execute("SET preserve_insertion_order = false");
      for (SqlScript.Step step : script.steps()) {
        long start = System.nanoTime();
        statement.execute(step.statement());
        seconds.merge(step.name(), (System.nanoTime() - start) / 1e9, Double::sum);
      }
    }
    seconds.forEach((part, taken) -> System.out.printf("%s: %.1f s%n", part, taken));
  }
}
