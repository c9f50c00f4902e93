package dev.hindsight.ingest.batches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.landed.ReportFrequency;
import dev.hindsight.datasets.landed.Seller;
import dev.hindsight.ingest.csv.FileRefusedException;
import dev.hindsight.ingest.landing.LandingFile;
import dev.hindsight.ingest.landing.LandingFolder;
import dev.hindsight.ingest.landing.PlannedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLandingTest {
  private static final Instant NOW = Instant.parse("2024-04-01T05:00:00Z");

  private final Path file;
  private final FileTask task;

  FileLandingTest(@TempDir Path folder) throws IOException {
    Path landing = Files.createDirectory(folder.resolve("landing"));
    file = Files.writeString(landing.resolve("sellers.csv"), "seller_id\ns-1\n");
    LandingFile found = LandingFolder.of(landing).files().get(0);
    task =
        new FileTask(
            new Lake(folder.resolve("lake")),
            found,
            new PlannedFile("sellers.csv", found.sha256(), 1, null),
            RejectBudget.DEFAULT,
            LocalDate.of(2024, 4, 2));
  }

  @Test
  void landingTwiceIsLandingOnce() throws IOException {
    writePart();
    new FileLanding(task).land(NOW);

    assertThatCode(() -> new FileLanding(task).land(NOW)).doesNotThrowAnyException();
    assertThat(task.manifest()).exists();
    assertThat(task.workFolder()).doesNotExist();
  }

  @Test
  void fileThatChangedWhileItWasReadIsRefused() throws IOException {
    writePart();
    Files.writeString(file, "seller_id\ns-1\ns-2\n");

    assertThatThrownBy(() -> new FileLanding(task).land(NOW))
        .isInstanceOf(FileRefusedException.class)
        .hasMessage(
            "sellers.csv: changed while it was read; write it as .tmp and rename it when it is"
                + " complete");
    assertThat(task.batch()).doesNotExist();
  }

  @Test
  void partThatWasNotFinishedDoesNotLand() throws IOException {
    FilePart.begin(task, Seller.class).close();

    assertThatThrownBy(() -> new FileLanding(task).land(NOW)).isInstanceOf(IOException.class);
    assertThat(task.batch()).doesNotExist();
  }

  private void writePart() throws IOException {
    try (FilePart<Seller> part = FilePart.begin(task, Seller.class)) {
      part.accept(
          new Seller("s-1", null, null, null, null, ReportFrequency.WEEKLY, null, 1, 2), null);
      part.finish();
    }
  }
}
