package dev.hindsight.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hindsight.datasets.lake.DurableFiles;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.nightly.logs.LandingLogs;
import dev.hindsight.nightly.runs.RunRecord;
import dev.hindsight.nightly.runs.RunRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Disks that are full, files and folders that go away: a clear word, and the lake stays whole. */
class BadLuckIT {
  /** Arguments: the program, the landing folder, the size of the disk that the lake lies on. */
  private static final String ON_A_SMALL_DISK =
      """
      mkdir -p disk && mount -t tmpfs -o size="$3" tmpfs disk && cd disk || exit 99
      "$1" ingest --landing "$2" --lake lake > ../full.out 2> ../full.err
      echo $? > ../full.code
      cp -r lake ../full
      mount -o remount,size=200m . && "$1" ingest --landing "$2" --lake lake
      code=$?
      cp -r lake ../healed
      exit $code""";

  private static final List<String> IN_A_NAMESPACE =
      List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c");

  private static final long SEED = 20261123L;

  @TempDir private static Path once = Path.of("");
  @TempDir private Path folder = Path.of("");

  private Path landing = Path.of("");

  @BeforeAll
  static void ingestUndisturbed() throws IOException, InterruptedException {
    Path landing = Files.createDirectories(once.resolve("landing"));
    LandingLogs logs = LandingLogs.of(SEED);
    logs.transactions(landing.resolve("transactions-1.csv"), 1_000_000, 200_000);
    logs.transactions(landing.resolve("transactions-2.csv"), 2_000_000, 10_000);
    logs.disputeEvents(landing.resolve("dispute-events.csv"), 1_000_000, 1_000);
    ProgramRun run = ProgramRun.of(once, "ingest", "--landing", landing);
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  @BeforeEach
  void fillLandingFolder() throws IOException {
    landing = folder.resolve("landing");
    FolderCopy.of(once.resolve("landing"), landing);
  }

  @ParameterizedTest(name = "of {0}")
  @ValueSource(strings = {"64k", "2m"})
  void fullDiskIsNamedAndNothingIsLost(String size) throws Exception {
    assumeTrue(
        mayMount(), "needs unshare, and the right to mount a small disk in a namespace of its own");
    List<String> command =
        Stream.concat(
                IN_A_NAMESPACE.stream(),
                Stream.of(
                    ON_A_SMALL_DISK,
                    "sh",
                    ProgramRun.LAUNCHER.toString(),
                    landing.toString(),
                    size))
            .toList();

    ProgramRun healed = ProgramRun.ofCommand(folder, command);

    assertThat(Files.readString(folder.resolve("full.code")).strip()).isEqualTo("1");
    assertThat(Files.readString(folder.resolve("full.err")))
        .containsPattern("(?i)no space left|disk is full")
        .contains(folder.resolve("disk/lake").toString())
        .doesNotContain("\tat ");
    Lake full = new Lake(folder.resolve("full"));
    assertThat(new RunRecords(full).latestFirst())
        .extracting(RunRecord::exitCode)
        .containsExactly(1);
    assertOnlyWholeFilesAreThere(new IngestOutcome(full));
    assertThat(healed.exitCode()).as(healed.err()).isZero();
    assertThat(differencesFromUndisturbed("healed")).isEmpty();
  }

  @Test
  void unreadableFilesAreRefusedAndOthersLand() throws Exception {
    Files.createSymbolicLink(landing.resolve("transactions-3.csv"), Path.of("gone.csv"));
    Path secret = landing.resolve("transactions-4.csv");
    Files.copy(landing.resolve("transactions-2.csv"), secret);
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
    boolean isReadableAnyway = Files.isReadable(secret); // by root
    if (isReadableAnyway) {
      Files.delete(secret);
    }

    ProgramRun run = ingest();

    IngestOutcome outcome = new IngestOutcome(new Lake(folder.resolve("lake")));
    assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
    assertThat(outcome.taken().keySet())
        .containsExactly("dispute-events.csv", "transactions-1.csv", "transactions-2.csv");
    assertThat(outcome.refusals())
        .hasSize(isReadableAnyway ? 1 : 2)
        .allSatisfy(refusal -> assertThat(refusal).containsPattern("transactions-[34].csv: .*; "));
    assertThat(run.err()).doesNotContain("\tat ");
  }

  @Test
  void landingFolderThatVanishesLeavesTheLakeWhole() throws Exception {
    Process ingest = startIngest();
    waitUntilRowsAreWritten();
    Files.move(landing, folder.resolve("elsewhere"));

    assertThat(ingest.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(ingest.exitValue()).isEqualTo(1);
    assertThat(Files.readString(folder.resolve("err.txt")))
        .contains(landing.toString())
        .doesNotContain("Refused")
        .doesNotContain("\tat ");
    assertOnlyWholeFilesAreThere(new IngestOutcome(new Lake(folder.resolve("lake"))));

    Files.move(folder.resolve("elsewhere"), landing);
    assertThat(ingest().exitCode()).isZero();
    assertThat(differencesFromUndisturbed("lake")).isEmpty();
  }

  @Test
  void deletedJobRepositoryLandsNothingTwice() throws Exception {
    Path late = folder.resolve("transactions-2.csv");
    Files.move(landing.resolve("transactions-2.csv"), late);
    assertThat(ingest().exitCode()).isZero();
    DurableFiles.deleteTree(folder.resolve("lake.jobs"));
    assertThat(ingest().out()).contains("2 known already");
    DurableFiles.deleteTree(folder.resolve("lake.jobs"));
    Files.move(late, landing.resolve("transactions-2.csv"));

    ProgramRun last = ingest();

    assertThat(last.exitCode()).as(last.err()).isZero();
    assertThat(last.out()).contains("1 landed, 2 known already");
    assertThat(differencesFromUndisturbed("lake")).isEmpty();
  }

  @Test
  void jobRepositoryDeletedAfterAKillLosesNothing() throws Exception {
    Process killed = startIngest();
    waitUntilRowsAreWritten();
    killed.destroyForcibly().waitFor();
    DurableFiles.deleteTree(folder.resolve("lake.jobs"));

    ProgramRun again = ingest();

    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(differencesFromUndisturbed("lake")).isEmpty();
  }

  private ProgramRun ingest() throws IOException, InterruptedException {
    return ProgramRun.of(folder, "ingest", "--landing", landing);
  }

  private Process startIngest() throws IOException {
    return ProgramRun.start(
        folder,
        folder.resolve("out.txt"),
        folder.resolve("err.txt"),
        "ingest",
        "--landing",
        landing);
  }

  /** Until the largest file is being read. */
  private void waitUntilRowsAreWritten() throws IOException, InterruptedException {
    Path work = new Lake(folder.resolve("lake")).work().resolve("landing/batch=000002");
    Instant latest = Instant.now().plus(Duration.ofMinutes(1));
    while (!holdsFile(work)) {
      assertThat(Instant.now()).isBefore(latest);
      Thread.sleep(2);
    }
  }

  private static boolean holdsFile(Path work) throws IOException {
    if (!Files.exists(work)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(work)) {
      return files.anyMatch(Files::isRegularFile);
    } catch (UncheckedIOException e) {
      return false; // the ingest renames what it has begun, under the walk
    }
  }

  private List<String> differencesFromUndisturbed(String lake) throws IOException, SQLException {
    return new LandedComparison(new Lake(once.resolve("lake")), new Lake(folder.resolve(lake)))
        .differences();
  }

  private static void assertOnlyWholeFilesAreThere(IngestOutcome outcome)
      throws IOException, SQLException {
    for (LandedFile file : outcome.taken().values()) {
      assertThat(outcome.rowsOfBatches(file.dataset()))
          .containsEntry(file.batchNumber(), file.acceptedCount());
    }
    for (String dataset : List.of("transactions", "dispute_events")) {
      assertThat(outcome.rowsOfBatches(dataset).keySet())
          .isSubsetOf(outcome.taken().values().stream().map(LandedFile::batchNumber).toList());
    }
  }

  private boolean mayMount() throws IOException, InterruptedException {
    if (!Files.isExecutable(Path.of("/usr/bin/unshare"))) {
      return false;
    }
    List<String> trial =
        Stream.concat(IN_A_NAMESPACE.stream(), Stream.of("mkdir t && mount -t tmpfs tmpfs t"))
            .toList();
    return ProgramRun.ofCommand(folder, trial).exitCode() == 0;
  }
}
