package dev.hindsight.nightly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LakeLock;
import dev.hindsight.nightly.gates.AcceptedGate;
import dev.hindsight.nightly.runs.RunRecord;
import dev.hindsight.nightly.runs.RunRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunsCommandTest {
  private static final Instant START = Instant.parse("2026-07-01T05:00:00.123Z");

  private static final AcceptedGate MISSING_DAY =
      new AcceptedGate(
          "missing-day",
          LocalDate.of(2026, 12, 25),
          "ann",
          "closed on Christmas",
          "no transactions");

  private final Lake lake;

  RunsCommandTest(@TempDir Path folder) throws IOException {
    lake = new Lake(folder);
    Files.createDirectories(lake.root());
  }

  @Test
  void aLakeThatNothingRanOnHasNone() {
    assertThat(results()).isEmpty();
  }

  @Test
  void aRunWithoutEndWasKilled() throws IOException {
    record("a", START, null);

    assertThat(results()).containsExactly("killed");
  }

  @Test
  void onlyTheLatestRunWithoutEndIsRunningWhileTheLakeIsHeld() throws IOException {
    record("a", START, null);
    record("b", START.plusSeconds(60), null);

    String holder = "hindsight nightly, process 7, since " + START.plusSeconds(60);
    try (LakeLock held = LakeLock.take(lake, holder)) {
      assertThat(held).isNotNull();
      assertThat(results()).containsExactly("running", "killed");
      assertThat(Captured.run("status", "--lake", lake.root()).outLines())
          .contains("held by     " + holder);
    }
    assertThat(results()).containsExactly("killed", "killed");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 done",
    "1, 1 failed",
    "2, 2 usage",
    "3, 3 look",
    "4, 4 held",
    "5, 5 stopped",
    "143, 143 signalled"
  })
  void anEndIsTheCodeAndItsName(int exitCode, String result) throws IOException {
    record("a", START, exitCode);

    assertThat(results()).containsExactly(result);
  }

  @Test
  void aRunIsARow() throws IOException {
    record("a", START, 1);

    assertThat(Captured.run("runs", "--lake", lake.root(), "--format", "csv").outLines())
        .containsExactly(
            "started_at,command,as_of_date,version,files,taken,rejected,reports,seconds,result,accepted,failure",
            "2026-07-01T05:00:00Z,hindsight nightly,2026-06-30,2026-06-30.1,3,1000,2,64,30,1 failed,,\"disk, full\"");
  }

  @Test
  void aCauseThatReturnsIsSaidToReturn() throws IOException {
    record("a", START, 1);
    record("b", START.plusSeconds(86_400), 1);

    List<String> lines = Captured.run("runs", "--lake", lake.root(), "--format", "csv").outLines();

    assertThat(lines.get(1)).endsWith("\"disk, full (same cause as the time before)\"");
    assertThat(lines.get(2)).endsWith("\"disk, full\"");
  }

  @Test
  void whatWasAcceptedSaysByWhomAndWhy() throws IOException {
    record("a", START, 0, List.of(MISSING_DAY));

    assertThat(Captured.run("runs", "--lake", lake.root(), "--format", "csv").out())
        .contains(",0 done,missing-day by ann: closed on Christmas,");
  }

  @Test
  void statusTellsWhatAGateHasStoppedUntilAVersionIsMade() throws IOException {
    recordStop("a", START);
    assertThat(Captured.run("status", "--lake", lake.root()).outLines())
        .contains("stopped     2026-06-30 is not published; gate missing-day: nothing");

    record("b", START.plusSeconds(60), 0);
    assertThat(Captured.run("status", "--lake", lake.root()).out()).doesNotContain("stopped");
  }

  private List<String> results() {
    Captured run = Captured.run("runs", "--lake", lake.root(), "--format", "csv");
    assertThat(run.exitCode()).isZero();
    return run.outLines().stream().skip(1).map(line -> line.split(",", -1)[9]).toList();
  }

  private void record(String id, Instant startedAt, @Nullable Integer exitCode) throws IOException {
    record(id, startedAt, exitCode, List.of());
  }

  private void record(
      String id, Instant startedAt, @Nullable Integer exitCode, List<AcceptedGate> accepted)
      throws IOException {
    new RunRecords(lake)
        .end(
            new RunRecord(
                id,
                "hindsight nightly",
                7,
                startedAt,
                exitCode == null ? null : startedAt.plusSeconds(30),
                exitCode,
                "2026-06-30",
                "2026-06-30.1",
                3L,
                1_000L,
                2L,
                64L,
                List.of(),
                List.of(),
                Map.of(),
                accepted,
                exitCode == null ? null : "disk, full"));
  }

  private void recordStop(String id, Instant startedAt) throws IOException {
    new RunRecords(lake)
        .end(
            new RunRecord(
                id,
                "hindsight nightly",
                7,
                startedAt,
                startedAt.plusSeconds(30),
                5,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                "2026-06-30 is not published; gate missing-day: nothing"));
  }
}
