package dev.hindsight.nightly.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.ingest.manifests.ManifestJson;
import dev.hindsight.nightly.runs.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusFilesTest {
  private static final Instant START = Instant.parse("2026-07-01T02:30:00Z");

  private final StatusFiles files;

  StatusFilesTest(@TempDir Path folder) {
    files = StatusFiles.of(new Lake(folder.resolve("lake")), folder.resolve("hindsight.prom"));
  }

  @Test
  void aNightIsToldAsGauges() throws IOException {
    RunRecord night = ended(START, 3);

    files.write(night, List.of(night));

    assertThat(Files.readAllLines(files.metrics()))
        .contains(
            "# TYPE hindsight_last_success_timestamp_seconds gauge",
            "hindsight_last_success_timestamp_seconds 1.78287303E9",
            "hindsight_last_end_timestamp_seconds 1.78287303E9",
            "hindsight_last_duration_seconds 30.0",
            "hindsight_last_exit_code 3.0",
            "hindsight_as_of_timestamp_seconds 1.7827776E9",
            "hindsight_stage_seconds{stage=\"analyze\"} 20.25",
            "hindsight_rows{feed=\"transactions\",result=\"accepted\"} 1000.0",
            "hindsight_rows{feed=\"transactions\",result=\"rejected\"} 2.0",
            "hindsight_refused_files 1.0",
            "hindsight_reports{state=\"written\"} 64.0")
        .allMatch(line -> line.startsWith("#") || line.split(" ").length == 2);
  }

  @Test
  void aFailedNightDoesNotForgetTheLastSuccess() throws IOException {
    RunRecord good = ended(START, 0);
    RunRecord bad = ended(START.plusSeconds(86_400), 1);

    files.write(bad, List.of(bad, good));

    assertThat(Files.readAllLines(files.metrics()))
        .contains(
            "hindsight_last_success_timestamp_seconds 1.78287303E9",
            "hindsight_last_end_timestamp_seconds 1.78295943E9",
            "hindsight_last_exit_code 1.0");
  }

  @Test
  void withoutAnySuccessThereIsNone() throws IOException {
    RunRecord bad = ended(START, 1);

    files.write(bad, List.of(bad));

    assertThat(Files.readString(files.metrics()))
        .doesNotContain("hindsight_last_success_timestamp_seconds");
  }

  @Test
  void everybodyMayReadTheMetrics() throws IOException {
    RunRecord night = ended(START, 0);

    files.write(night, List.of(night));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.metrics())))
        .isEqualTo("rw-r--r--");
  }

  @Test
  void theSummaryIsTheNightsRecord() throws IOException {
    RunRecord night = ended(START, 0);

    files.write(night, List.of(night));

    assertThat(ManifestJson.read(files.summary(), RunRecord.class)).isEqualTo(night);
  }

  private static RunRecord ended(Instant startedAt, @Nullable Integer exitCode) {
    return new RunRecord(
        "night",
        "hindsight nightly",
        7,
        startedAt,
        startedAt.plusSeconds(30),
        exitCode,
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
        null);
  }
}
