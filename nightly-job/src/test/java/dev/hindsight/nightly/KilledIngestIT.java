package dev.hindsight.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.nightly.logs.LandingLogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An ingest that is killed at random instants, and run again until it ends, lands what an
 * undisturbed one lands. Whenever it ends, the next one begins with a fresh lake, until there were
 * enough kills.
 */
class KilledIngestIT {
  private static final int KILLS = Integer.getInteger("hindsight.kills", 30);
  private static final long SEED = Long.getLong("hindsight.kill.seed", 20261123L);
  private static final int EARLIEST_MILLISECONDS = 100;

  /** A sixteenth of the usual size, so that a file of 15 MB is read in parts, too. */
  private static final String SMALL_PARTS = "HINDSIGHT_JAVA_OPTS=-Dhindsight.part-bytes=4194304";

  @TempDir private Path folder = Path.of("");

  @Test
  void killedIngestsLoseNothingAndDoubleNothing() throws Exception {
    Path lakes = Files.createDirectories(folder.resolve("lakes"));
    landFormerSelf();
    FolderCopy.of(lakes, folder.resolve("before"));
    writeLandingFolder();
    long milliseconds = ingestUndisturbed();
    FolderCopy.of(lakes, folder.resolve("undisturbed"));
    assertThat(partsOfTheLargest()).isGreaterThan(2);
    Random random = new Random(SEED);

    int lakesMade = 0;
    for (int kills = 0; kills < KILLS; lakesMade++) {
      FolderCopy.of(folder.resolve("before"), lakes);
      while (isKilledAfter(EARLIEST_MILLISECONDS + random.nextInt((int) milliseconds))) {
        kills++;
      }
      assertThat(comparison().differences()).as("%d kills of seed %d", kills, SEED).isEmpty();
    }
    System.out.printf(
        "%d lakes whole after %d kills, an ingest of %d ms, seed %d%n",
        lakesMade, KILLS, milliseconds, SEED);
  }

  private LandedComparison comparison() {
    return new LandedComparison(
        new Lake(folder.resolve("undisturbed/lake")), new Lake(folder.resolve("lakes/lake")));
  }

  /** A file that the landing folder's later one of the same name will replace. */
  private void landFormerSelf() throws IOException, InterruptedException {
    Path landing = Files.createDirectories(folder.resolve("landing"));
    LandingLogs.of(SEED).transactions(landing.resolve("transactions-3.csv"), 3_000_000, 10_000);
    assertThat(run().exitCode()).isZero();
  }

  /** One file large enough to be read in parts, a compressed one, rejects, a corrected one. */
  private void writeLandingFolder() throws IOException {
    Path landing = folder.resolve("landing");
    LandingLogs logs = LandingLogs.of(SEED);
    LandingLogs wrongLogs = new LandingLogs(SEED, 1_000);
    wrongLogs.transactions(landing.resolve("transactions-1.csv"), 1_000_000, 125_000);
    logs.transactions(landing.resolve("transactions-2.csv.gz"), 2_500_000, 20_000);
    logs.transactions(landing.resolve("transactions-3.csv"), 3_000_000, 10_500);
    wrongLogs.transactions(landing.resolve("transactions-4.csv"), 4_000_000, 20_000);
    logs.disputeEvents(landing.resolve("dispute-events.csv"), 1_000_000, 5_000);
    logs.sellers(landing.resolve("sellers.csv"));
  }

  private long ingestUndisturbed() throws IOException, InterruptedException {
    long start = System.nanoTime();
    ProgramRun run = run();
    assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  /** How many files of rows the batch with the most of them has. */
  private long partsOfTheLargest() throws IOException {
    Path landed = folder.resolve("undisturbed/lake/landed/transactions");
    try (Stream<Path> files = Files.walk(landed)) {
      return files
          .filter(file -> file.toString().endsWith(".parquet"))
          .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()))
          .values()
          .stream()
          .mapToLong(Long::longValue)
          .max()
          .orElseThrow();
    }
  }

  private ProgramRun run() throws IOException, InterruptedException {
    return ProgramRun.ofCommand(folder.resolve("lakes"), ingest());
  }

  private List<String> ingest() {
    return List.of(
        "env",
        SMALL_PARTS,
        ProgramRun.LAUNCHER.toString(),
        "ingest",
        "--landing",
        folder.resolve("landing").toString());
  }

  /** False when the run was over before. */
  private boolean isKilledAfter(int milliseconds) throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    Process ingest = ProgramRun.startCommand(folder.resolve("lakes"), out, err, ingest());
    if (ingest.waitFor(milliseconds, TimeUnit.MILLISECONDS)) {
      assertThat(ingest.exitValue()).as(Files.readString(err)).isIn(0, 3);
      return false;
    }
    ingest.destroyForcibly().waitFor();
    return true;
  }
}
