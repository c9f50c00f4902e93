package dev.hindsight.nightly;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.datasets.lake.LandedFiles;
import dev.hindsight.ingest.manifests.ManifestJson;
import dev.hindsight.nightly.runs.RunRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the last ingest of a lake took and refused, and what the lake holds of it. */
record IngestOutcome(Lake lake) {
  private static final String COUNT =
      "SELECT batch_number, count(*) FROM read_parquet('%s/*/*.parquet') GROUP BY ALL";

  /** What has landed and counts, by the files' names. */
  Map<String, LandedFile> taken() throws IOException {
    Map<String, LandedFile> taken = new TreeMap<>();
    for (LandedFile file : LandedFiles.of(lake, ManifestJson.reader(LandedFile.class)).current()) {
      taken.put(file.fileName(), file);
    }
    return taken;
  }

  List<String> refusals() throws IOException {
    return new RunRecords(lake).latestFirst().get(0).refusals();
  }

  /** The message for a file: it begins with the file's name. */
  Optional<String> refusalOf(String fileName) throws IOException {
    return refusals().stream().filter(refusal -> refusal.startsWith(fileName + ":")).findFirst();
  }

  /** Rows that DuckDB finds in the Parquet of a dataset, by the number of their batch. */
  Map<Integer, Long> rowsOfBatches(String dataset) throws IOException, SQLException {
    if (!hasParquet(lake.landed(dataset))) {
      return Map.of();
    }
    Map<Integer, Long> rows = new TreeMap<>();
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement();
        ResultSet counts = statement.executeQuery(COUNT.formatted(lake.landed(dataset)))) {
      while (counts.next()) {
        rows.put(counts.getInt(1), counts.getLong(2));
      }
    }
    return rows;
  }

  private static boolean hasParquet(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".parquet"));
    }
  }
}
