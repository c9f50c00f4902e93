package dev.hindsight.analytics;

import static dev.hindsight.analytics.examples.EventExample.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.analytics.dataset.ContractRows;
import dev.hindsight.analytics.dataset.IntermediateRows;
import dev.hindsight.analytics.dataset.LandedDatasets;
import dev.hindsight.analytics.dataset.SparkManifests;
import dev.hindsight.analytics.examples.EventExample;
import dev.hindsight.analytics.kept.KeptEvents;
import dev.hindsight.datasets.lake.DurableFiles;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LandedFiles;
import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.datasets.landed.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three weeks are kept; then an event of the second turns out to be of the third. */
@SparkTest
class KeptEventsTest {
  private final SparkSession spark;
  private final Lake lake;
  private final Path kept;
  private final IntermediateRows intermediate;

  KeptEventsTest(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    lake = new Lake(folder.resolve("lake"));
    kept = lake.kept().resolve("dispute_events");
    intermediate = new IntermediateRows(spark, folder.resolve("intermediate"));
  }

  @BeforeEach
  void keepThreeWeeks() throws IOException {
    land(
        1,
        null,
        opened("e-1", "2026-03-02T10:00:00Z"),
        opened("e-2", "2026-03-09T10:00:00Z"),
        opened("e-3", "2026-03-09T11:00:00Z"),
        opened("e-4", "2026-03-16T10:00:00Z"));
    upToDate();
    land(2, null, opened("e-2", "2026-03-16T23:00:00Z"));
  }

  @Test
  void anEventThatMovedLeavesItsFormerWeek() throws IOException {
    assertThat(upToDate())
        .containsExactly("e-1 2026-03-02", "e-2 2026-03-16", "e-3 2026-03-09", "e-4 2026-03-16");
    assertThat(weeks("made-1")).containsExactly("occurred_week=2026-03-02");
    assertThat(weeks("made-2"))
        .containsExactly("occurred_week=2026-03-09", "occurred_week=2026-03-16");
  }

  @Test
  void aWeekWhoseLastEventMovedIsKeptNoLonger() throws IOException {
    land(3, null, opened("e-3", "2026-03-02T12:00:00Z"));

    assertThat(upToDate())
        .containsExactly("e-1 2026-03-02", "e-2 2026-03-16", "e-3 2026-03-02", "e-4 2026-03-16");
    assertThat(kept.resolve("made-1")).doesNotExist();
    assertThat(weeks("made-2"))
        .containsExactly("occurred_week=2026-03-02", "occurred_week=2026-03-16");
  }

  @Test
  void nothingNewChangesNothing() throws IOException {
    List<String> events = upToDate();
    String manifest = Files.readString(kept.resolve("_kept.json"));

    assertThat(upToDate()).isEqualTo(events);
    assertThat(kept.resolve("_kept.json")).hasContent(manifest);
    assertThat(kept.resolve("made-3")).doesNotExist();
  }

  @Test
  void whatAReplacedFileHadCorrectedIsAsItWas() throws IOException {
    upToDate();
    land(3, 2, opened("e-4", "2026-03-16T10:00:00Z"));

    assertThat(upToDate())
        .containsExactly("e-1 2026-03-02", "e-2 2026-03-09", "e-3 2026-03-09", "e-4 2026-03-16");
  }

  @Test
  void whatAKilledNightLeftIsRemoved() throws IOException {
    Files.createDirectories(kept.resolve(".made-2/rows/occurred_week=2026-03-09"));
    Files.createDirectories(kept.resolve("made-7/rows/occurred_week=2026-03-09"));

    assertThat(upToDate()).hasSize(4);
    assertThat(kept.resolve(".made-2")).doesNotExist();
    assertThat(kept.resolve("made-7")).doesNotExist();
  }

  @Test
  void aWeekThatSomebodyRemovedIsMadeAgain() throws IOException {
    DurableFiles.deleteTree(kept.resolve("made-1/rows/occurred_week=2026-03-02"));

    assertThat(upToDate()).hasSize(4);
  }

  private List<String> upToDate() throws IOException {
    LandedFiles landed = LandedFiles.of(lake, SparkManifests::landedFile);
    return ContractRows.records(
            new KeptEvents(new LandedDatasets(spark, lake, landed), intermediate).upToDate().rows(),
            DisputeEvent.CONTRACT)
        .stream()
        .map(event -> event.eventId() + " " + event.occurredDate())
        .sorted()
        .toList();
  }

  private static EventExample opened(String id, String instant) {
    return anEvent("d-" + id, EventType.OPENED).id(id).at(instant);
  }

  private void land(int batch, @Nullable Integer replaces, EventExample... events)
      throws IOException {
    long line = 2;
    for (EventExample event : events) {
      event.landed(batch, line++);
    }
    new LandedLake(spark, lake)
        .land(batch, replaces, DisputeEvent.CONTRACT, EventExample.all(events));
  }

  private List<String> weeks(String made) throws IOException {
    try (Stream<Path> weeks = Files.list(kept.resolve(made).resolve("rows"))) {
      return weeks
          .map(week -> week.getFileName().toString())
          .filter(name -> name.startsWith("occurred_week"))
          .sorted()
          .toList();
    }
  }
}
