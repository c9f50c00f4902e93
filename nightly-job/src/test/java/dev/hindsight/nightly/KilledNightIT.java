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
 * makes; nothing of it goes on after a kill. After some kills the next night begins with a fresh
 * lake, until there were enough.
 */
class KilledNightIT {
  private static final int KILLS = Integer.getInteger("hindsight.night.kills", 4);
  private static final int KILLS_A_NIGHT = 5;
  private static final long SEED = Long.getLong("hindsight.kill.seed", 20261123L);
  private static final int EARLIEST_MILLISECONDS = 500;

  private final Path folder;
  private final Path landing;

  KilledNightIT(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.landing = GeneratedMarketplace.small(folder.resolve("marketplace"));
  }

  @Test
  void killedNightsLoseNothingAndDoubleNothing() throws Exception {
    Path undisturbed = Files.createDirectories(folder.resolve("undisturbed"));
    long start = System.nanoTime();
    assertEndsWell(undisturbed);
    int milliseconds = (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    assertThat(rows(undisturbed, "seller_causes")).isNotEmpty();
    Random random = new Random(SEED);

    int kills = 0;
    int nights = 0;
    for (; kills < KILLS; nights++) {
      Path killed = Files.createDirectories(folder.resolve("killed-" + nights));
      int most = Math.min(KILLS_A_NIGHT, KILLS - kills);
      while (most-- > 0
          && isKilledAfter(killed, EARLIEST_MILLISECONDS + random.nextInt(milliseconds))) {
        kills++;
      }
      assertEndsWell(killed);
      assertSame(killed, undisturbed);
    }
    System.out.printf(
        "%d nights whole after %d kills, a night of %d ms, seed %d%n",
        nights, kills, milliseconds, SEED);
  }

  /** The first analysis of an installation archives Spark's classes, but only when it is done. */
  @Test
  void killedFirstAnalysisOfAnInstallationIsOverAtOnce() throws Exception {
    Path program = folder.resolve("program");
    FolderCopy.of(ProgramRun.HOME, program);
    for (Path archive : archives(program)) {
      Files.delete(archive);
    }
    List<String> command =
        List.of(program + "/bin/hindsight", "nightly", "--landing", landing.toString());
    Path output = folder.resolve("output.txt");
    Path candidates = new Lake(folder.resolve("lake")).work().resolve("candidate");
    Process night = ProgramRun.startCommand(folder, output, output, command);
    NightProcess processes = NightProcess.whenThereIs(night, candidates, "disputes-", output);

    night.destroyForcibly().waitFor();

    processes.assertNothingGoesOn(folder);
    assertThat(archives(program)).isEmpty();
    ProgramRun next = ProgramRun.ofCommand(folder, command);
    assertThat(next.exitCode()).as(next.err()).isZero();
    assertThat(archives(program)).hasSize(1);
  }

  private static List<Path> archives(Path program) throws IOException {
    try (Stream<Path> files = Files.list(program)) {
      return files.filter(file -> file.toString().contains(".jsa")).toList();
    }
  }

  private void assertEndsWell(Path lakes) throws IOException, InterruptedException {
    ProgramRun night = ProgramRun.of(lakes, "nightly", "--landing", landing);
    assertThat(night.exitCode()).as("seed %d: %s", SEED, night.err()).isZero();
  }

  /** False when the night was over before. */
  private boolean isKilledAfter(Path lakes, int milliseconds) throws Exception {
    Path output = Files.createTempFile("killed", ".txt");
    Process night = ProgramRun.start(lakes, output, output, "nightly", "--landing", landing);
    if (night.waitFor(milliseconds, TimeUnit.MILLISECONDS)) {
      assertThat(night.exitValue()).as(Files.readString(output)).isZero();
      return false;
    }
    NightProcess processes = NightProcess.of(night);
    night.destroyForcibly().waitFor();
    processes.assertNothingGoesOn(lakes);
    return true;
  }

  private static void assertSame(Path killed, Path undisturbed) throws IOException, SQLException {
    assertThat(marts(killed)).isEqualTo(marts(undisturbed)).hasSizeGreaterThan(15);
    for (String mart : marts(killed)) {
      assertThat(rows(killed, mart))
          .as("%s, seed %d", mart, SEED)
          .isEqualTo(rows(undisturbed, mart));
    }
    assertThat(reports(killed)).isEqualTo(reports(undisturbed));
    assertThat(new Versions(new Lake(killed.resolve("lake"))).all()).hasSize(1);
  }

  private static List<String> marts(Path lakes) throws IOException {
    try (Stream<Path> marts = Files.list(lakes.resolve("lake/marts/"))) {
      return marts
          .filter(Files::isDirectory)
          .map(mart -> mart.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private static List<String> rows(Path lakes, String mart) throws SQLException {
    return RoundedRows.of(lakes.resolve("lake/marts").resolve(mart));
  }

  /**
   * Every file of the reports with its bytes: what a seller would be sent. The marketplace's own
   * page has numbers as the marts have them, whose last digits depend on the order of sums.
   */
  private static Map<String, String> reports(Path lakes) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(lakes.resolve("outbox/2026-06-30.1"))) {
      for (Path file : files.filter(one -> !one.endsWith("overview.html")).toList()) {
        contents.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return contents;
  }
}
