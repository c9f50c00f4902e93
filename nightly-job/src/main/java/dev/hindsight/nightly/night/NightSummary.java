package dev.hindsight.nightly.night;

import dev.hindsight.datasets.lake.VersionManifest;
import dev.hindsight.ingest.IngestResult;
import dev.hindsight.reports.ReportsResult;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a run has done so far; each stage adds its part. */
public final class NightSummary {
  private final Map<String, Double> stageSeconds = new LinkedHashMap<>();
  private @Nullable IngestResult ingest;
  private @Nullable VersionManifest version;
  private boolean isVersionNew;
  private boolean isDoneBefore;
  private int refusedBefore;
  private @Nullable ReportsResult reports;

  void ingested(IngestResult result) {
    ingest = result;
  }

  void analyzed(VersionManifest published, boolean isNew) {
    version = published;
    isVersionNew = isNew;
  }

  void recalled(VersionManifest published, int refusedFiles) {
    analyzed(published, false);
    refusedBefore = refusedFiles;
    isDoneBefore = true;
  }

  void reported(ReportsResult result) {
    reports = result;
  }

  void took(String stage, double seconds) {
    stageSeconds.put(stage, seconds);
  }

  public @Nullable IngestResult ingest() {
    return ingest;
  }

  public @Nullable VersionManifest version() {
    return version;
  }

  /** Whether this run made the version, rather than finding it. */
  public boolean isVersionNew() {
    return isVersionNew;
  }

  /** Whether the same night was done before, and nothing was to do. */
  public boolean isDoneBefore() {
    return isDoneBefore;
  }

  /** Files that the former run of the same night refused; they still lie in the landing folder. */
  public int refusedBefore() {
    return refusedBefore;
  }

  public @Nullable ReportsResult reports() {
    return reports;
  }

  public Map<String, Double> stageSeconds() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(stageSeconds));
  }

  /** Whether a person should look. */
  public boolean hasRefusals() {
    return ingest != null && ingest.hasRefusals();
  }
}
