package dev.hindsight.nightly.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.nightly.jobs.JobDatabase;
import dev.hindsight.nightly.runs.RunRecord;
import dev.hindsight.nightly.runs.RunRecords;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedRunTest {
  private final Lake lake;

  RecordedRunTest(@TempDir Path folder) {
    lake = new Lake(folder.resolve("lake"));
  }

  @Test
  void anErrorIsTheRunsEnd() throws IOException {
    OutOfMemoryError error = new OutOfMemoryError("Java heap space");
    RecordedRun run =
        new RecordedRun(
            "hindsight ingest", Holding.all(JobDatabase.beside(lake)), RecordedRun.Ending.UNTOLD);

    assertThatThrownBy(
            () ->
                run.of(
                    (night, summary) -> {
                      throw error;
                    }))
        .isSameAs(error);

    RunRecord record = new RunRecords(lake).latestFirst().get(0);
    assertThat(record.exitCode()).isEqualTo(1);
    assertThat(record.endedAt()).isNotNull();
    assertThat(record.failure()).startsWith("out of memory: Java heap space; ");
  }
}
