package dev.hindsight.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.ingest.landing.Share;
import dev.hindsight.nightly.jobs.JobHold;
import dev.hindsight.nightly.jobs.PostgresDatabase;
import dev.hindsight.nightly.jobs.PostgresLogin;
import dev.hindsight.nightly.logs.LandingLogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes that ingest one landing folder into one lake at the same time. */
class SharedIngestIT {
  private static final Path SAMPLE =
      Path.of("..", "sample-data", "landing").toAbsolutePath().normalize();
  private static final int SHARES = 3;
  private static final int LONGEST_MINUTES = 3;

  private static final String RUNNING_SHARE =
      """
      SELECT max(parameter_value) FROM batch_job_execution
      JOIN batch_job_execution_params USING (job_execution_id)
      WHERE status = 'STARTED' AND parameter_name = 'share'""";

  private final Path folder;
  private final Lake lake;
  private final Lake whole;
  private final String url;

  SharedIngestIT(@TempDir Path folder) throws SQLException {
    this.folder = folder;
    lake = new Lake(folder.resolve("lake"));
    whole = new Lake(folder.resolve("whole"));
    url = Postgres.freshUrl();
  }

  @Test
  void sharesLandTogetherWhatOneIngestLandsWhereverTheLakeIsMounted() throws Exception {
    Files.createDirectories(lake.root());
    assertThat(
            ProgramRun.of(folder, "ingest", "--landing", SAMPLE, "--lake", whole.root()).exitCode())
        .isZero();

    List<Process> shares = new ArrayList<>();
    for (int number = 1; number <= SHARES; number++) {
      Path machine = Files.createDirectory(folder.resolve("machine-" + number));
      Path landing = Files.createSymbolicLink(machine.resolve("landing"), SAMPLE);
      Path mount = Files.createSymbolicLink(machine.resolve("mount"), lake.root());
      shares.add(start(number, landing, new Lake(mount)));
    }

    assertAllEndWell(shares);
    assertThat(new LandedComparison(whole, lake).differences()).isEmpty();
    assertThat(lake.work().resolve("ingest-plan.json")).doesNotExist();
    assertThat(runResults()).containsExactlyInAnyOrder("1/3,0 done", "2/3,0 done", "3/3,0 done");
    ProgramRun after = run("ingest", "--landing", SAMPLE, "--lake", lake.root());
    assertThat(after.exitCode()).as(after.err()).isZero();
    assertThat(after.out()).contains("nothing new landed; 13 known already");
  }

  @Test
  void aShareThatIsKilledIsEndedByItsNextRunAndTheOthersGoOn() throws Exception {
    Path landing = writeLogs();
    ProgramRun expected =
        ProgramRun.of(folder, "ingest", "--landing", landing, "--lake", whole.root());
    assertThat(expected.exitCode()).as(expected.err()).isEqualTo(3);
    List<Process> shares = new ArrayList<>();
    for (int number = 1; number <= SHARES; number++) {
      shares.add(start(number, landing, lake));
    }

    int killed = Share.of(waitForRunningShare()).number();
    shares.get(killed - 1).destroyForcibly().waitFor();
    shares.remove(killed - 1);
    for (Process share : shares) {
      assertThat(share.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)).isTrue();
      assertThat(share.exitValue()).isIn(0, 3);
    }
    String left = Postgres.answer(url, RUNNING_SHARE);
    assertThat(left).isEqualTo(killed + "/3");
    assertThat(landedFiles(lake)).isLessThan(landedFiles(whole));

    ProgramRun again = share(killed + "/3", landing);
    assertThat(again.exitCode()).as(again.err()).isIn(0, 3);
    assertThat(new LandedComparison(whole, lake).differences()).isEmpty();
    assertThat(Postgres.answer(url, RUNNING_SHARE)).isNull();
    assertThat(runResults()).contains(killed + "/3,killed");
  }

  @Test
  void whatCannotRunBesideAShareIsRefusedAndNamesIt() throws Exception {
    PostgresDatabase database =
        new PostgresDatabase(lake, new PostgresLogin(url, Postgres.USER, null));
    Files.createDirectories(lake.root());
    try (JobHold held = database.takeShare(Share.of("2/5"), "hindsight ingest --share 2/5")) {
      held.require();

      assertRefused(
          share("2/5", SAMPLE), "Share 2/5 of lake " + lake.root(), "ingest --share 2/5, at 127");
      assertRefused(
          share("1/4", SAMPLE), "Share 1/4 of lake " + lake.root(), "ingest --share 2/5, at 127");
      assertRefused(
          run("ingest", "--landing", SAMPLE, "--lake", lake.root()),
          "is held by hindsight ingest --share 2/5");
      assertRefused(
          run("nightly", "--landing", SAMPLE, "--lake", lake.root()),
          "is held by hindsight ingest --share 2/5");
      ProgramRun beside = share("1/5", SAMPLE);
      assertThat(beside.exitCode()).as(beside.err()).isZero();
      assertThat(beside.out()).contains("share       1/5; ");
    }
    ProgramRun then = run("ingest", "--landing", SAMPLE, "--lake", lake.root());
    assertThat(then.exitCode()).as(then.err()).isZero();
  }

  @Test
  void aJobRepositoryOfOneMachineHasNoShares() throws Exception {
    ProgramRun run =
        ProgramRun.of(
            folder, "ingest", "--share", "1/3", "--landing", SAMPLE, "--lake", lake.root());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("--share: the job repository lies beside the lake", "job-repository-url");
    assertThat(lake.root()).doesNotExist();
  }

  private static void assertRefused(ProgramRun run, String... words) {
    assertThat(run.exitCode()).as(run.err()).isEqualTo(4);
    assertThat(run.err()).contains(words).doesNotContain("\tat ");
  }

  private static long landedFiles(Lake lake) throws IOException {
    try (Stream<Path> files = Files.walk(lake.root().resolve("landed"))) {
      return files.filter(file -> file.endsWith(Lake.FILE_MANIFEST)).count();
    }
  }

  /** Files enough for every share, one with rejects, one twice. */
  private Path writeLogs() throws IOException {
    Path landing = Files.createDirectories(folder.resolve("landing"));
    LandingLogs logs = LandingLogs.of(7);
    for (int file = 1; file <= 9; file++) {
      logs.transactions(
          landing.resolve("transactions-%d.csv".formatted(file)), file * 1_000_000, 60_000);
    }
    new LandingLogs(7, 1_000)
        .transactions(landing.resolve("transactions-x.csv"), 20_000_000, 50_000);
    Files.copy(landing.resolve("transactions-3.csv"), landing.resolve("transactions-copy.csv"));
    logs.sellers(landing.resolve("sellers.csv"));
    return landing;
  }

  private String waitForRunningShare() throws InterruptedException, SQLException {
    Instant latest = Instant.now().plus(Duration.ofMinutes(2));
    while (Instant.now().isBefore(latest)) {
      Thread.sleep(20);
      String share = isThere() ? Postgres.answer(url, RUNNING_SHARE) : null;
      if (share != null) {
        return share;
      }
    }
    throw new IllegalStateException("No share began");
  }

  private boolean isThere() throws SQLException {
    return Postgres.answer(url, "SELECT to_regclass('hindsight_repository')") != null;
  }

  private void assertAllEndWell(List<Process> shares) throws IOException, InterruptedException {
    for (int number = 1; number <= shares.size(); number++) {
      Process share = shares.get(number - 1);
      assertThat(share.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)).isTrue();
      assertThat(share.exitValue())
          .as(Files.readString(folder.resolve("err-%d.txt".formatted(number))))
          .isZero();
    }
  }

  private Process start(int number, Path landing, Lake mounted) throws IOException {
    return ProgramRun.start(
        folder,
        folder.resolve("out-%d.txt".formatted(number)),
        folder.resolve("err-%d.txt".formatted(number)),
        command(
            "ingest",
            "--share",
            number + "/" + SHARES,
            "--landing",
            landing,
            "--lake",
            mounted.root()));
  }

  private ProgramRun share(String share, Path landing) throws IOException, InterruptedException {
    return run("ingest", "--share", share, "--landing", landing, "--lake", lake.root());
  }

  private ProgramRun run(Object... words) throws IOException, InterruptedException {
    return ProgramRun.of(folder, command(words));
  }

  private Object[] command(Object... words) {
    return Stream.concat(Stream.of(words), Postgres.options(url).stream()).toArray();
  }

  /** Of each share's run: which it was, and how it ended. */
  private List<String> runResults() throws IOException, InterruptedException {
    ProgramRun runs = ProgramRun.of(folder, "runs", "--lake", lake.root(), "--format", "csv");
    return runs.out()
        .lines()
        .map(line -> line.split(",", -1))
        .filter(cells -> cells[1].contains(" --share "))
        .map(cells -> cells[1].replaceAll(".* ", "") + "," + cells[9])
        .toList();
  }
}
