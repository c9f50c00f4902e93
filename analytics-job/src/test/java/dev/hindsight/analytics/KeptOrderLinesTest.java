package dev.hindsight.analytics;

import static dev.hindsight.analytics.examples.TransactionExample.aTransaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.analytics.dataset.ContractRows;
import dev.hindsight.analytics.dataset.LandedDatasets;
import dev.hindsight.analytics.dataset.SparkManifests;
import dev.hindsight.analytics.examples.TransactionExample;
import dev.hindsight.analytics.kept.KeptOrderLines;
import dev.hindsight.analytics.kept.OrderLines;
import dev.hindsight.analytics.time.ReportingCalendar;
import dev.hindsight.datasets.lake.DurableFiles;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LandedFiles;
import dev.hindsight.datasets.landed.Transaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three weeks are kept; then a line of the second is corrected. */
@SparkTest
class KeptOrderLinesTest {
  private final SparkSession spark;
  private final Lake lake;
  private final Path kept;

  KeptOrderLinesTest(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    lake = new Lake(folder.resolve("lake"));
    kept = lake.kept().resolve("transactions");
  }

  @BeforeEach
  void keepThreeWeeks() throws IOException {
    land(
        1,
        aTransaction("t-1").at("2026-03-02T10:00:00Z"),
        aTransaction("t-2").at("2026-03-09T10:00:00Z"),
        aTransaction("t-3").at("2026-03-16T10:00:00Z"));
    upToDate();
    land(2, aTransaction("t-2").at("2026-03-09T10:00:00Z").seller("s-2"));
  }

  @Test
  void onlyTheWeekThatChangedIsMadeAgain() throws IOException {
    assertThat(sellers(upToDate())).containsExactly("s-1", "s-1", "s-2");
    assertThat(weeks("made-1"))
        .containsExactly("ordered_week=2026-03-02", "ordered_week=2026-03-16");
    assertThat(weeks("made-2")).containsExactly("ordered_week=2026-03-09");
  }

  @Test
  void nothingNewChangesNothing() throws IOException {
    upToDate();
    String manifest = Files.readString(kept.resolve("_kept.json"));

    assertThat(sellers(upToDate())).containsExactly("s-1", "s-1", "s-2");
    assertThat(kept.resolve("_kept.json")).hasContent(manifest);
    assertThat(kept.resolve("made-3")).doesNotExist();
  }

  @Test
  void whatAKilledNightLeftIsRemoved() throws IOException {
    Files.createDirectories(kept.resolve(".made-2/rows/ordered_week=2026-03-09"));
    Files.createDirectories(kept.resolve("made-7/rows/ordered_week=2026-03-09"));

    assertThat(sellers(upToDate())).containsExactly("s-1", "s-1", "s-2");
    assertThat(kept.resolve(".made-2")).doesNotExist();
    assertThat(kept.resolve("made-7")).doesNotExist();
  }

  @Test
  void aBrokenManifestIsMadeAgain() throws IOException {
    Files.writeString(kept.resolve("_kept.json"), "{\"definition\": \"");

    assertThat(sellers(upToDate())).containsExactly("s-1", "s-1", "s-2");
  }

  @Test
  void aWeekThatSomebodyRemovedIsMadeAgain() throws IOException {
    DurableFiles.deleteTree(kept.resolve("made-1/lines_by_day/ordered_week=2026-03-02"));

    OrderLines lines = upToDate();

    assertThat(sellers(lines)).containsExactly("s-1", "s-1", "s-2");
    assertThat(lines.linesByDay().count()).isEqualTo(3);
  }

  private OrderLines upToDate() throws IOException {
    LandedFiles landed = LandedFiles.of(lake, SparkManifests::landedFile);
    return new KeptOrderLines(
            new LandedDatasets(spark, lake, landed), new ReportingCalendar(ZoneId.of("UTC")))
        .upToDate();
  }

  private void land(int batch, TransactionExample... lines) throws IOException {
    for (TransactionExample line : lines) {
      line.landed(batch, 2);
    }
    new LandedLake(spark, lake).land(batch, Transaction.CONTRACT, TransactionExample.all(lines));
  }

  private static List<String> sellers(OrderLines lines) {
    return ContractRows.records(lines.rows(), Transaction.CONTRACT).stream()
        .map(Transaction::sellerId)
        .sorted()
        .toList();
  }

  private List<String> weeks(String made) throws IOException {
    try (Stream<Path> weeks = Files.list(kept.resolve(made).resolve("rows"))) {
      return weeks
          .map(week -> week.getFileName().toString())
          .filter(name -> name.startsWith("ordered_week"))
          .sorted()
          .toList();
    }
  }
}
