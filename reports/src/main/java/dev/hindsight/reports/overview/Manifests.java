package dev.hindsight.reports.overview;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionManifest;
import dev.hindsight.datasets.lake.VersionName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Reads the manifests of a lake. */
final class Manifests {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES) // of a newer program
          .build();

  private Manifests() {}

  /** The version's, if it has one. */
  static Optional<VersionManifest> of(Lake lake, VersionName version) throws IOException {
    Path file = lake.version(version).resolve(Lake.VERSION_MANIFEST);
    return Files.exists(file) ? Optional.of(read(file, VersionManifest.class)) : Optional.empty();
  }

  /**
   * The record in a file.
   *
   * @throws IOException naming the file, when it does not hold such a record
   */
  static <M extends Record> M read(Path file, Class<M> type) throws IOException {
    String json = Files.readString(file, StandardCharsets.UTF_8);
    try {
      return MAPPER.readValue(json, type);
    } catch (JacksonException e) {
      throw new IOException("%s does not hold a sound %s".formatted(file, type.getSimpleName()), e);
    }
  }
}
