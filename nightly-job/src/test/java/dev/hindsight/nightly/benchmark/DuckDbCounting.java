package dev.hindsight.nightly.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The counting part of the marts in DuckDB, with two threads and 4 GB: {@code DuckDbCounting LAKE
 * OUTPUT CAUSES.csv AS_OF}. Prints the seconds of each part.
 */
final class DuckDbCounting {
  private DuckDbCounting() {}

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
