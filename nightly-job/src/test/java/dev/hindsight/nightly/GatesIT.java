package dev.hindsight.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.lake.Versions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night whose transactions have not come: stopped, stopped again, then accepted. */
class GatesIT {
  private static final String LAST_DAY = "2026-06-30";
  private static final String USER = System.getProperty("user.name");

  private final Path folder;
  private final Path landing;
  private final Lake lake;

  GatesIT(@TempDir Path folder) {
    this.folder = folder;
    landing = folder.resolve("landing");
    lake = new Lake(folder.resolve("lake"));
  }

  @Test
  void aNightThatLacksADaysTransactionsKeepsTheOldVersionUntilItIsAccepted() throws Exception {
    landAllButTheLastDaysTransactions();
    ProgramRun before = nightly("--as-of", "2026-06-29");
    assertThat(before.exitCode()).as(before.err()).isZero();
    assertThat(before.out())
        .contains("not judged: missing-day, daily-counts (no version of an earlier date)");

    assertStopped(nightly());
    ProgramRun again = nightly();
    assertStopped(again);
    assertThat(again.err()).contains("kept from the run that a gate stopped");
    assertThat(command("status").out()).contains("stopped     2026-06-30 is not published");

    ProgramRun accepted =
        nightly("--as-of", LAST_DAY, "--accept", "missing-day", "--because", "a day off");

    assertThat(accepted.exitCode()).as(accepted.err()).isZero();
    assertThat(accepted.out()).contains("missing-day accepted by " + USER + ": a day off");
    assertThat(published()).containsExactly("2026-06-29.1", "2026-06-30.1");
    assertThat(command("runs", "--format", "csv").out())
        .contains("0 done,missing-day by " + USER + ": a day off")
        .contains("5 stopped,,")
        .contains("(same cause as the time before)");
    assertThat(command("status").out()).doesNotContain("stopped");
  }

  private void assertStopped(ProgramRun run) throws IOException {
    assertThat(run.exitCode()).as(run.err()).isEqualTo(5);
    assertThat(run.err())
        .contains(
            "hindsight: 2026-06-30 is not published and 2026-06-29.1 stands; gate missing-day:"
                + " 2026-06-30 has no transactions where about",
            "land the day's file and run again",
            "nightly --landing " + landing + " --as-of 2026-06-30 --accept missing-day --because",
            "hindsight: a quality gate stopped publication")
        .doesNotContain("\tat ");
    assertThat(run.out()).contains("missing-day stopped: 2026-06-30 has no transactions");
    assertThat(published()).containsExactly("2026-06-29.1");
    assertThat(folder.resolve("outbox/2026-06-30.1")).doesNotExist();
    assertThat(Files.readString(lake.status().resolve("hindsight.prom")))
        .contains("hindsight_last_exit_code 5");
  }

  private void landAllButTheLastDaysTransactions() throws IOException {
    GeneratedMarketplace.landing(folder, 32, 60, 1);
    try (Stream<Path> files = Files.list(landing)) {
      for (Path file : files.filter(path -> path.toString().contains("transactions")).toList()) {
        List<String> rows = Files.readAllLines(file);
        int orderedAt = List.of(rows.get(0).split(",")).indexOf("ordered_at");
        Files.write(
            file,
            rows.stream()
                .filter(row -> !row.split(",", -1)[orderedAt].startsWith(LAST_DAY))
                .toList());
      }
    }
  }

  private List<String> published() throws IOException {
    return new Versions(lake).all().stream().map(VersionName::toString).toList();
  }

  private ProgramRun nightly(Object... options) throws IOException, InterruptedException {
    return command(
        Stream.concat(Stream.of("nightly", "--landing", landing), Stream.of(options)).toArray());
  }

  private ProgramRun command(Object... words) throws IOException, InterruptedException {
    return ProgramRun.of(folder, words);
  }
}
