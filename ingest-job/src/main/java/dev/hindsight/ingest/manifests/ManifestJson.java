package dev.hindsight.ingest.manifests;

import dev.hindsight.datasets.lake.DurableFiles;
import dev.hindsight.datasets.lake.ManifestReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Records as JSON files: names in snake_case, in the record's order, dates in ISO-8601. */
public final class ManifestJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private ManifestJson() {}

  /** Reads files that hold such a record. */
  public static <M extends Record> ManifestReader<M> reader(Class<M> type) {
    return file -> read(file, type);
  }

  /**
   * The record in a file.
   *
   * @throws IOException naming the file, also when it does not hold such a record
   */
  public static <M extends Record> M read(Path file, Class<M> type) throws IOException {
    String json = Files.readString(file, StandardCharsets.UTF_8);
    try {
      return MAPPER.readValue(json, type);
    } catch (JacksonException e) {
      throw new IOException("%s does not hold a sound %s".formatted(file, type.getSimpleName()), e);
    }
  }

  /** Writes the record's file in one step; only its owner may read it. */
  public static void writeForOwner(Path file, Record content) throws IOException {
    DurableFiles.replaceForOwner(file, MAPPER.writeValueAsString(content) + "\n");
  }

  /** Writes the record's file in one step. */
  public static void write(Path file, Record content) throws IOException {
    DurableFiles.replace(file, MAPPER.writeValueAsString(content) + "\n");
  }
}
