package dev.hindsight.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.Versions;
import dev.hindsight.nightly.runs.RunRecord;
import dev.hindsight.nightly.runs.RunRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night that is asked to end (SIGTERM) ends in order and soon; the next one goes on. */
class TerminatedNightIT {
  private static final int LONGEST_SECONDS = 10;
  private static final int SIGNALLED = 143;

  private final Path folder;
  private final Path landing;

  TerminatedNightIT(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.landing = GeneratedMarketplace.small(folder.resolve("marketplace"));
  }

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
    ProgramRun last = ProgramRun.of(folder, "nightly", "--landing", landing);

    assertThat(last.exitCode()).as(last.err()).isZero();
    assertThat(last.out()).contains(GeneratedMarketplace.REPORTS + " written");
    assertThat(new Versions(lake).all()).hasSize(1);
  }

  /** Ends a night as soon as there is something of that name in the place, and not before. */
  private void endWhenThereIs(Path place, String name) throws Exception {
    Path err = folder.resolve("err.txt");
    Process process =
        ProgramRun.start(folder, folder.resolve("out.txt"), err, "nightly", "--landing", landing);
    NightProcess night = NightProcess.whenThereIs(process, place, name, err);
    process.destroy();

    assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).as("ended in time").isTrue();
    assertThat(process.exitValue()).as(Files.readString(err)).isEqualTo(SIGNALLED);
    assertThat(Files.readString(err)).contains("ended by a signal").doesNotContain("\tat ");
    night.assertNothingGoesOn(folder);
  }
}
