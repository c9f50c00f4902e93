package dev.hindsight.ingest.batches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.datasets.landed.Seller;
import dev.hindsight.ingest.csv.CsvFormat;
import dev.hindsight.ingest.csv.CsvPart;
import dev.hindsight.ingest.csv.FileRefusedException;
import dev.hindsight.ingest.feeds.Feed;
import dev.hindsight.ingest.landing.LandingFile;
import dev.hindsight.ingest.landing.LandingFolder;
import dev.hindsight.ingest.landing.PlannedFile;
import dev.hindsight.ingest.manifests.ManifestJson;
import dev.hindsight.ingest.rows.CanonicalFormat;
import dev.hindsight.ingest.rows.FeedRecords;
import dev.hindsight.ingest.rows.SourceFormat;
import dev.hindsight.ingest.sellers.IngestSellersConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLandingTest {
  private static final Instant NOW = Instant.parse("2024-04-01T05:00:00Z");

  private static final String HEADER = "seller_id,name,email,locale,time_zone\n";
  private static final FeedRecords RECORDS = IngestSellersConfiguration.RECORDS;
  private static final SourceFormat FORMAT = new CanonicalFormat(Feed.SELLERS, CsvFormat.CANONICAL);

  private final Path file;
  private final FileTask task;

  FileLandingTest(@TempDir Path folder) throws IOException {
    Path landing = Files.createDirectory(folder.resolve("landing"));
    file = Files.writeString(landing.resolve("sellers.csv"), HEADER + "s-1,,,,\n".repeat(9));
    LandingFile found = LandingFolder.of(landing, name -> Optional.of(FORMAT)).files().get(0);
    task =
        new FileTask(
            new Lake(folder.resolve("lake")),
            found,
            new PlannedFile("sellers.csv", found.sha256(), CanonicalFormat.NAME, 1, null),
            new FileRules(RejectBudget.DEFAULT, Set.of()),
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
    Files.writeString(file, HEADER + "s-1,,,,\ns-2,,,,\n");

    assertThatThrownBy(() -> new FileLanding(task).land(NOW))
        .isInstanceOf(FileRefusedException.class)
        .hasMessage(
            "sellers.csv: changed while it was read; write it as .tmp and rename it when it is"
                + " complete");
    assertThat(task.batch()).doesNotExist();
  }

  @Test
  void partThatWasNotFinishedDoesNotLand() throws IOException {
    new FileWork(task).begin();
    PartWriter.begin(task, CsvPart.WHOLE, Seller.CONTRACT).close();

    assertThatThrownBy(() -> new FileLanding(task).land(NOW)).isInstanceOf(IOException.class);
    assertThat(task.batch()).doesNotExist();
  }

  @Test
  void onlyPartsThatAreNotFinishedAreReadAgain() throws IOException {
    FileWork work = new FileWork(task, 10);
    List<CsvPart> parts = work.begin();
    PartReading reading = new PartReading(task, RECORDS, Progress.NONE);
    reading.read(parts.get(0));
    Path finished = task.workOfRows().resolve("part-0.parquet");
    FileTime written = Files.getLastModifiedTime(finished);
    PartWriter.begin(task, parts.get(1), Seller.CONTRACT).close();

    assertThat(new FileWork(task, 10).begin()).isEqualTo(parts).hasSizeGreaterThan(2);
    for (CsvPart part : parts) {
      reading.read(part);
    }
    new FileLanding(task).land(NOW);

    assertThat(Files.getLastModifiedTime(task.batch().resolve("part-0.parquet")))
        .isEqualTo(written);
    assertThat(ManifestJson.read(task.manifest(), LandedFile.class).acceptedCount()).isEqualTo(9);
  }

  @Test
  void partsOfAnotherContentAreNotGoneOnWith() throws IOException {
    writePart();
    LandingFile file = task.file();
    FileTask corrected =
        new FileTask(
            task.lake(),
            new LandingFile(file.path(), FORMAT, "other", file.sizeBytes(), file.modifiedAt()),
            task.planned(),
            task.rules(),
            task.latestDate());

    List<CsvPart> parts = new FileWork(corrected).begin();

    assertThat(new FileWork(corrected).isFinished(parts.get(0))).isFalse();
    assertThat(task.workOfRows()).doesNotExist();
  }

  @Test
  void refusalOfTheFirstPartIsTheFiles() throws IOException {
    Files.writeString(file, HEADER + "s-1,,,,\n".repeat(9) + "s-2,\"x,,,\n" + "s-3,\"\"y,,,\n");
    for (CsvPart part : new FileWork(task, 20).begin()) {
      new PartReading(task, RECORDS, Progress.NONE).read(part);
    }

    assertThat(new FileWork(task).outcome().refusal())
        .startsWith("sellers.csv:11: a quote is opened and never closed");
  }

  private void writePart() throws IOException {
    for (CsvPart part : new FileWork(task).begin()) {
      new PartReading(task, RECORDS, Progress.NONE).read(part);
    }
  }
}
