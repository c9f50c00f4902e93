package dev.hindsight.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.Versions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A night that is killed at random instants, and then run to its end, makes what an undisturbed one
 * makes.
 */
class KilledNightIT {
  private static final Path SAMPLE =
      Path.of("..", "sample-data", "landing").toAbsolutePath().normalize();
  private static final int KILLS = 4;
  private static final int LONGEST_MILLISECONDS = 20_000;

  @Test
  void killedNightsLoseNothingAndDoubleNothing(@TempDir Path folder) throws Exception {
    Path undisturbed = Files.createDirectories(folder.resolve("undisturbed"));
    Path killed = Files.createDirectories(folder.resolve("killed"));
    ProgramRun first = ProgramRun.of(undisturbed, "nightly", "--landing", SAMPLE);
    assertThat(first.exitCode()).as(first.err()).isZero();
    long seed = Long.getLong("hindsight.kill.seed", 20261123L);
    Random random = new Random(seed);

    for (int kill = 0; kill < KILLS; kill++) {
      killAfter(killed, 500 + random.nextInt(LONGEST_MILLISECONDS));
    }
    ProgramRun last = ProgramRun.of(killed, "nightly", "--landing", SAMPLE);

    assertThat(last.exitCode()).as("seed %d: %s", seed, last.err()).isZero();
    for (String mart :
        List.of(
            "disputes", "outcomes", "seller_scorecards", "category_benchmarks", "seller_reports")) {
      assertThat(differences(undisturbed, killed, mart)).as("%s, seed %d", mart, seed).isZero();
    }
    assertThat(reports(killed)).isEqualTo(reports(undisturbed));
    assertThat(new Versions(new Lake(killed.resolve("lake"))).all()).hasSize(1);
  }

  private static void killAfter(Path folder, int milliseconds)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("killed", ".txt");
    Process night = ProgramRun.start(folder, output, output, "nightly", "--landing", SAMPLE);
    if (!night.waitFor(milliseconds, TimeUnit.MILLISECONDS)) {
      List<ProcessHandle> children = night.descendants().toList();
      night.destroyForcibly().waitFor();
      for (ProcessHandle child : children) {
        child.onExit().orTimeout(30, TimeUnit.SECONDS).join(); // it ends by itself: nobody kills it
      }
    }
  }

  /** Rows that only one of the two has; doubles compared to nine decimals. */
  private static long differences(Path one, Path other, String mart) throws SQLException {
    String rows = "(SELECT COLUMNS(*)::VARCHAR FROM (%s))";
    String left = rows.formatted(rounded(one, mart));
    String right = rows.formatted(rounded(other, mart));
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement();
        ResultSet counted =
            statement.executeQuery(
                "SELECT (SELECT count(*) FROM (%1$s EXCEPT ALL %2$s)) + (SELECT count(*) FROM (%2$s EXCEPT ALL %1$s))"
                    .formatted(left, right))) {
      counted.next();
      return counted.getLong(1);
    }
  }

  private static String rounded(Path folder, String mart) {
    String files = "'%s/lake/marts/%s/*.parquet'".formatted(folder, mart);
    return mart.equals("seller_reports")
        ? "SELECT seller_id, total.observed_count, round(total.expected_count, 9), causes.len(), months, waiting, cases, tasks, findings FROM "
            + files
        : "SELECT * REPLACE (%s) FROM %s".formatted(roundings(mart), files);
  }

  private static String roundings(String mart) {
    return switch (mart) {
      case "seller_scorecards" ->
          "round(expected_count, 9) AS expected_count, round(ratio, 9) AS ratio, round(ratio_low, 9) AS ratio_low,"
              + " round(ratio_high, 9) AS ratio_high, round(previous_expected_count, 9) AS previous_expected_count,"
              + " round(previous_ratio, 9) AS previous_ratio, round(previous_ratio_low, 9) AS previous_ratio_low,"
              + " round(previous_ratio_high, 9) AS previous_ratio_high";
      case "category_benchmarks" -> "round(rate, 9) AS rate";
      default -> "seller_id AS seller_id";
    };
  }

  /**
   * Every file of the reports with its bytes: what a seller would be sent. The marketplace's own
   * page has numbers as the marts have them, whose last digits depend on the order of sums.
   */
  private static Map<String, String> reports(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (var files = Files.list(folder.resolve("outbox/2026-06-30.1"))) {
      for (Path file : files.filter(one -> !one.endsWith("overview.html")).toList()) {
        contents.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return contents;
  }
}
