package dev.hindsight.analytics.dataset;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.hindsight.datasets.lake.DurableFiles;
import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.datasets.lake.VersionManifest;
import java.io.IOException;
import java.nio.file.Path;

/** The lake's manifests as JSON, by the JSON library that Spark brings. */
public final class SparkManifests {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES) // of a newer program
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private SparkManifests() {}

  public static LandedFile landedFile(Path file) throws IOException {
    return JSON.readValue(file.toFile(), LandedFile.class);
  }

  public static VersionManifest versionManifest(Path file) throws IOException {
    return JSON.readValue(file.toFile(), VersionManifest.class);
  }

  /** A manifest of which the analysis alone knows. */
  public static <T extends Record> T read(Path file, Class<T> type) throws IOException {
    return JSON.readValue(file.toFile(), type);
  }

  public static void write(Path file, Record manifest) throws IOException {
    DurableFiles.replace(file, JSON.writeValueAsString(manifest) + "\n");
  }
}
