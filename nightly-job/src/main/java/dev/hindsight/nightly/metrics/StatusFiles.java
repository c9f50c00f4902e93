package dev.hindsight.nightly.metrics;

import dev.hindsight.datasets.lake.DurableFiles;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.ingest.manifests.ManifestJson;
import dev.hindsight.nightly.runs.RunRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The files that tell monitoring how the last night went; each is replaced in one step.
 *
 * @param metrics in Prometheus's text format, for everybody to read
 * @param summary the night's record, as JSON
 */
public record StatusFiles(Path metrics, Path summary) {
  public static final String METRICS = "hindsight.prom";

  /**
   * @param metrics where the metrics go
   */
  public static StatusFiles of(Lake lake, Path metrics) {
    return new StatusFiles(metrics, lake.status().resolve("run-summary.json"));
  }

  /**
   * Replaces both.
   *
   * @param runs all records of the lake, the latest first
   */
  public void write(RunRecord night, List<RunRecord> runs) throws IOException {
    ManifestJson.write(summary, night);
    DurableFiles.replaceReadableByAll(metrics, NightMetrics.of(night, runs).text());
  }
}
