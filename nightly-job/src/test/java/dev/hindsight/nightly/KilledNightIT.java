package dev.hindsight.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.Versions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
    assertThat(marts(killed)).isEqualTo(marts(undisturbed)).hasSizeGreaterThan(15);
    for (String mart : marts(killed)) {
      assertThat(rows(killed, mart))
          .as("%s, seed %d", mart, seed)
          .isEqualTo(rows(undisturbed, mart));
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

  private static List<String> marts(Path folder) throws IOException {
    try (Stream<Path> marts = Files.list(folder.resolve("lake/marts/"))) {
      return marts
          .filter(Files::isDirectory)
          .map(mart -> mart.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private static List<String> rows(Path folder, String mart) throws SQLException {
    return RoundedRows.of(folder.resolve("lake/marts").resolve(mart));
  }

  /**
   * Every file of the reports with its bytes: what a seller would be sent. The marketplace's own
   * page has numbers as the marts have them, whose last digits depend on the order of sums.
   */
  private static Map<String, String> reports(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder.resolve("outbox/2026-06-30.1"))) {
      for (Path file : files.filter(one -> !one.endsWith("overview.html")).toList()) {
        contents.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return contents;
  }
}
