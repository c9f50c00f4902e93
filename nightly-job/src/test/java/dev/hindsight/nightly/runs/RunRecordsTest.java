package dev.hindsight.nightly.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.hindsight.datasets.lake.Lake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecordsTest {
  private static final Instant START = Instant.parse("2026-07-01T05:00:00.123Z");

  private final Lake lake;
  private final RunRecords records;

  RunRecordsTest(@TempDir Path folder) {
    lake = new Lake(folder);
    records = new RunRecords(lake);
  }

  @Test
  void aLakeWithoutRunsHasNone() throws IOException {
    assertThat(records.latestFirst()).isEmpty();
  }

  @Test
  void aFinishedRunIsReadAsItWasWritten() throws IOException {
    RunRecord run = finished("a", START);
    records.end(run);

    assertThat(records.latestFirst()).containsExactly(run);
  }

  @Test
  void aRunThatBeganIsReadAsItWasWritten() throws IOException {
    RunRecord run = begun("a", START);
    records.begin(run);

    assertThat(records.latestFirst()).containsExactly(run);
  }

  @Test
  void theEndReplacesTheBeginning() throws IOException {
    records.begin(begun("a", START));
    records.end(finished("a", START));

    assertThat(records.latestFirst()).containsExactly(finished("a", START));
  }

  @Test
  void roomForTheEndIsKeptUntilThen() throws IOException {
    Path room = lake.runs().resolve(".room");

    records.begin(begun("killed", START));
    records.begin(begun("a", START));
    assertThat(room).hasSize(32_768);

    records.end(finished("a", START));
    assertThat(room).doesNotExist();
  }

  @Test
  void theLatestComesFirst() throws IOException {
    records.begin(begun("b", START.plusSeconds(1)));
    records.begin(begun("a", START));
    records.begin(begun("c", START.plusSeconds(2)));

    assertThat(records.latestFirst()).extracting(RunRecord::runId).containsExactly("c", "b", "a");
  }

  @Test
  void otherFilesAreNoRuns() throws IOException {
    records.begin(begun("a", START));
    Files.writeString(lake.runs().resolve(".b.json"), "half");
    Files.writeString(lake.runs().resolve("notes.txt"), "mine");

    assertThat(records.latestFirst()).hasSize(1);
  }

  @Test
  void aBrokenRecordIsNamed() throws IOException {
    Files.createDirectories(lake.runs());
    Path broken = Files.writeString(lake.runs().resolve("b.json"), "{\"run_id\": ");

    assertThatIOException()
        .isThrownBy(records::latestFirst)
        .withMessage("%s does not hold a sound RunRecord", broken);
  }

  private static RunRecord begun(String id, Instant startedAt) {
    return new RunRecord(
        id,
        "hindsight nightly",
        7,
        startedAt,
        null,
        null,
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
        null);
  }

  private static RunRecord finished(String id, Instant startedAt) {
    return new RunRecord(
        id,
        "hindsight nightly",
        7,
        startedAt,
        startedAt.plusSeconds(30),
        3,
        "2026-06-30",
        "2026-06-30.1",
        3L,
        1_000L,
        2L,
        64L,
        List.of(new RunRecord.FeedRows("transactions", 1_000, 2)),
        List.of("transactions.csv: 50 of 100 rows were rejected"),
        Map.of("ingest", 1.5, "analyze", 20.25),
        List.of(),
        "first cause");
  }
}
