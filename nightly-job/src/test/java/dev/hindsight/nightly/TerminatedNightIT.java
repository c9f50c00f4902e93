package dev.hindsight.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.Versions;
import dev.hindsight.nightly.runs.RunRecord;
import dev.hindsight.nightly.runs.RunRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night that is asked to end (SIGTERM) ends in order and soon; the next one goes on. */
class TerminatedNightIT {
  private static final Path SAMPLE =
      Path.of("..", "sample-data", "landing").toAbsolutePath().normalize();
  private static final int LONGEST_SECONDS = 10;
  private static final int SIGNALLED = 143;

  @TempDir private Path folder = Path.of("");

  @Test
  void asked143WithinTenSecondsAndTheNextNightGoesOn() throws Exception {
    Lake lake = new Lake(folder.resolve("lake"));
    endWhenThereIs(lake.runs(), ".json");
    endWhenThereIs(lake.landed("transactions"), "_file.json");
    endWhenThereIs(lake.work(), "spark.log");
    endWhenThereIs(lake.work().resolve("candidate"), "disputes-");

    assertThat(new RunRecords(lake).latestFirst())
        .hasSize(4)
        .extracting(RunRecord::exitCode)
        .containsOnly(SIGNALLED);
    ProgramRun last = ProgramRun.of(folder, "nightly", "--landing", SAMPLE);

    assertThat(last.exitCode()).as(last.err()).isZero();
    assertThat(last.out()).contains("64 written");
    assertThat(new Versions(lake).all()).hasSize(1);
  }

  /** Ends a night as soon as there is something of that name in the place, and not before. */
  private void endWhenThereIs(Path place, String name) throws Exception {
    Path err = folder.resolve("err.txt");
    Instant begun = Instant.now();
    Process process =
        ProgramRun.start(folder, folder.resolve("out.txt"), err, "nightly", "--landing", SAMPLE);
    while (!isThere(place, name, begun)) {
      assertThat(Instant.now())
          .as("%s, %s", place, name)
          .isBefore(begun.plus(Duration.ofMinutes(4)));
      assertThat(process.isAlive()).as(Files.readString(err)).isTrue();
      Thread.sleep(10);
    }
    NightProcess night = NightProcess.of(process);
    process.destroy();

    assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).as("ended in time").isTrue();
    assertThat(process.exitValue()).as(Files.readString(err)).isEqualTo(SIGNALLED);
    assertThat(Files.readString(err)).contains("ended by a signal").doesNotContain("\tat ");
    night.assertNothingGoesOn(folder);
  }

  /** Of this run: what an earlier one left there does not count. */
  private static boolean isThere(Path place, String name, Instant begun) throws IOException {
    if (!Files.exists(place)) {
      return false;
    }
    try (Stream<Path> tree = Files.walk(place)) {
      return tree.filter(path -> String.valueOf(path.getFileName()).contains(name))
          .anyMatch(path -> isNew(path, begun));
    } catch (UncheckedIOException e) {
      return false; // renamed under the walk
    }
  }

  private static boolean isNew(Path path, Instant begun) {
    try {
      return Objects.requireNonNull(Files.getLastModifiedTime(path)).toInstant().isAfter(begun);
    } catch (IOException e) {
      return false;
    }
  }
}
