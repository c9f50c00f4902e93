package dev.hindsight.ingest.batches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.landed.ReportFrequency;
import dev.hindsight.datasets.landed.Seller;
import dev.hindsight.ingest.csv.CsvFormat;
import dev.hindsight.ingest.csv.CsvPart;
import dev.hindsight.ingest.csv.FileRefusedException;
import dev.hindsight.ingest.feeds.Feed;
import dev.hindsight.ingest.landing.LandingFile;
import dev.hindsight.ingest.landing.LandingFolder;
import dev.hindsight.ingest.landing.PlannedFile;
import dev.hindsight.ingest.rows.CanonicalFormat;
import dev.hindsight.ingest.rows.FeedRecords;
import dev.hindsight.ingest.rows.FeedRow;
import dev.hindsight.ingest.rows.ParsedRow;
import dev.hindsight.ingest.rows.RowOrigin;
import dev.hindsight.ingest.rows.RowParser;
import dev.hindsight.ingest.rows.SourceFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLandingTest {
  private static final Instant NOW = Instant.parse("2024-04-01T05:00:00Z");

  private static final String HEADER = "seller_id,name,email,locale,time_zone\n";
  private static final FeedRecords<Seller> RECORDS =
      new FeedRecords<>(Seller.CONTRACT, FileLandingTest::parser);
  private static final SourceFormat FORMAT = new CanonicalFormat(Feed.SELLERS, CsvFormat.CANONICAL);

  private final Path file;
  private final FileTask task;

  FileLandingTest(@TempDir Path folder) throws IOException {
    Path landing = Files.createDirectory(folder.resolve("landing"));
    file = Files.writeString(landing.resolve("sellers.csv"), HEADER + "s-1,,,,\n");
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

  private static RowParser<Seller> parser(RowOrigin origin) {
    return new RowParser<>() {
      @Override
      public ParsedRow<Seller> parse(FeedRow row) {
        String id = String.valueOf(row.cell(0));
        return new ParsedRow.Accepted<>(
            new Seller(
                id,
                null,
                null,
                null,
                null,
                ReportFrequency.WEEKLY,
                null,
                origin.batchNumber(),
                row.line()));
      }

      @Override
      public @Nullable LocalDate dateOf(Seller row) {
        return null;
      }
    };
  }

  private void writePart() throws IOException {
    for (CsvPart part : new FileWork(task).begin()) {
      new PartReading<>(task, RECORDS, Progress.NONE).read(part);
    }
  }
}
