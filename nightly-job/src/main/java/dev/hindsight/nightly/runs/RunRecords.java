package dev.hindsight.nightly.runs;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.ingest.manifests.ManifestJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The records of a lake's runs. */
public record RunRecords(Lake lake) {

  /** Writes a run's record, in place of its former one. */
  public void write(RunRecord run) throws IOException {
    ManifestJson.write(lake.runs().resolve(run.runId() + ".json"), run);
  }

  /** All runs, the latest first. */
  public List<RunRecord> latestFirst() throws IOException {
    if (!Files.isDirectory(lake.runs())) {
      return List.of();
    }
    List<RunRecord> runs = new ArrayList<>();
    try (Stream<Path> files = Files.list(lake.runs())) {
      for (Path file : files.filter(RunRecords::isRecord).toList()) {
        runs.add(ManifestJson.read(file, RunRecord.class));
      }
    }
    runs.sort(Comparator.comparing(RunRecord::startedAt).reversed());
    return runs;
  }

  private static boolean isRecord(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".json") && !name.startsWith(".");
  }
}
