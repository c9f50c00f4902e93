package dev.hindsight.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.Versions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program with its job repository in a real PostgreSQL. */
class PostgresNightIT {
  private static final String LOCK =
      "SELECT pg_advisory_lock(hashtextextended('hindsight run ' || current_schema(), 0))";

  private final Path folder;
  private final Path landing;
  private final Lake lake;
  private final String url;

  PostgresNightIT(@TempDir Path folder) throws IOException, SQLException {
    this.folder = folder;
    landing = GeneratedMarketplace.small(folder.resolve("marketplace"));
    lake = new Lake(folder.resolve("lake"));
    url = Postgres.freshUrl();
  }

  @Test
  void aKilledNightIsRecoveredAndGoesOn() throws Exception {
    Process night = start("nightly", "--landing", landing);
    waitForSpark();
    ProgramRun second = run("nightly", "--landing", landing);
    ProgramRun meanwhile = run("deliveries");
    List<ProcessHandle> children = night.descendants().toList();
    night.destroyForcibly().waitFor();
    for (ProcessHandle child : children) {
      child.onExit().get(30, TimeUnit.SECONDS); // it ends by itself: nobody kills it
    }
    String running = runningExecutions();
    ProgramRun again = run("nightly", "--landing", landing);

    assertThat(second.exitCode()).as(second.err()).isEqualTo(4);
    assertThat(second.err()).contains("is held by hindsight nightly, process " + night.pid());
    assertThat(meanwhile.exitCode()).as(meanwhile.err()).isZero();
    assertThat(running).isEqualTo("1");
    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.out())
        .contains("nothing new landed; 7 known already", GeneratedMarketplace.REPORTS + " written");
    assertThat(runningExecutions()).isEqualTo("0");
    assertThat(new Versions(lake).all()).hasSize(1);
    assertThat(lake.jobs()).doesNotExist();
    assertThat(Postgres.answer(url, "SELECT lake FROM hindsight_repository"))
        .isEqualTo(lake.root().toString());
  }

  @Test
  void whoeverHasTheLockOfTheDatabaseHasTheLake() throws Exception {
    assertThat(run("ingest", "--landing", landing).exitCode()).isZero();
    try (Connection other = Postgres.connect(url + "?ApplicationName=elsewhere");
        Statement statement = other.createStatement()) {
      statement.execute(LOCK);

      ProgramRun second = run("ingest", "--landing", landing);

      assertThat(second.exitCode()).as(second.err()).isEqualTo(4);
      assertThat(second.err())
          .contains("Lake %s is held by elsewhere, at 127.0.0.1;".formatted(lake.root()))
          .doesNotContain("\tat ");
    }
    assertThat(run("ingest", "--landing", landing).exitCode()).isZero();
  }

  @Test
  void aDatabaseThatCannotBeReachedIsNamedWithItsCure() throws Exception {
    ProgramRun run =
        ProgramRun.of(
            folder,
            "ingest",
            "--landing",
            landing,
            "--job-repository-url",
            "jdbc:postgresql://localhost:1/jobs");
    ProgramRun runs = ProgramRun.of(folder, "runs", "--format", "csv");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("The job repository jdbc:postgresql://localhost:1/jobs cannot be reached")
        .contains("see that PostgreSQL runs there and that job-repository-url names it")
        .doesNotContain("\tat ");
    assertThat(runs.out()).contains("1 failed", "cannot be reached (Connection refused)");
    assertThat(run("ingest", "--landing", landing).exitCode()).isZero();
  }

  @Test
  void sparkDoesNotMeetTheDriver() throws IOException {
    try (Stream<Path> jars = Files.list(ProgramRun.LAUNCHER.resolveSibling("../spark"))) {
      assertThat(jars.map(jar -> jar.getFileName().toString()))
          .isNotEmpty()
          .noneMatch(jar -> jar.startsWith("postgresql"));
    }
  }

  private ProgramRun run(Object... words) throws IOException, InterruptedException {
    return ProgramRun.of(folder, command(words));
  }

  private Process start(Object... words) throws IOException {
    return ProgramRun.start(
        folder, folder.resolve("out.txt"), folder.resolve("err.txt"), command(words));
  }

  private Object[] command(Object... words) {
    return Stream.concat(Stream.of(words), Postgres.options(url).stream()).toArray();
  }

  private void waitForSpark() throws InterruptedException {
    Instant latest = Instant.now().plus(Duration.ofMinutes(2));
    while (!Files.exists(lake.work().resolve("spark.log"))) {
      assertThat(Instant.now()).isBefore(latest);
      Thread.sleep(20);
    }
  }

  private String runningExecutions() throws SQLException {
    return Postgres.answer(
        url, "SELECT count(*) FROM batch_job_execution WHERE status IN ('STARTING', 'STARTED')");
  }
}
