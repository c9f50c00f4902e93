package dev.hindsight.ingest.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hindsight.datasets.lake.AdviceHoldout;
import dev.hindsight.datasets.lake.VersionManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestJsonTest {
  private final Path file;

  ManifestJsonTest(@TempDir Path folder) {
    file = folder.resolve("_version.json");
  }

  @Test
  void versionManifestIsReadAsItWasWritten() throws IOException {
    VersionManifest manifest =
        new VersionManifest(
            "2024-03-14.1",
            LocalDate.of(2024, 3, 14),
            LocalDate.of(2023, 12, 16),
            LocalDate.of(2024, 3, 14),
            "EUR",
            null,
            "UTC",
            new AdviceHoldout(0.1, "salt"),
            "hindsight 0.1.0",
            Instant.parse("2024-03-15T02:00:00.123456Z"),
            List.of(new VersionManifest.Input("transactions", 1, "abc")),
            Map.of("disputes", 3L),
            new VersionManifest.Comparison("2024-03-13.1", null, 2),
            "hindsight 0.1.0, UTC");

    ManifestJson.write(file, manifest);

    assertThat(ManifestJson.reader(VersionManifest.class).read(file)).isEqualTo(manifest);
    assertThat(file).content().contains("\"window_start_date\" : \"2023-12-16\"");
  }

  @Test
  void fieldsOfANewerProgramAreNoProblem() throws IOException {
    Files.writeString(file, "{\"name\": \"a\", \"colour\": \"red\"}");

    assertThat(ManifestJson.read(file, Named.class)).isEqualTo(new Named("a"));
  }

  @Test
  void brokenFileIsNamed() throws IOException {
    Files.writeString(file, "{\"name\": ");

    assertThatThrownBy(() -> ManifestJson.read(file, Named.class))
        .isInstanceOf(IOException.class)
        .hasMessage("%s does not hold a sound Named", file);
  }

  private record Named(String name) {}
}
