package dev.hindsight.nightly.night;

import dev.hindsight.datasets.lake.VersionManifest;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.ingest.FileStatus;
import dev.hindsight.ingest.IngestResult;
import dev.hindsight.nightly.gates.Verdict;
import dev.hindsight.reports.DeliveryResult;
import dev.hindsight.reports.ReportsResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a run has done so far; each stage adds its part. */
public final class NightSummary {
  private final Map<String, Double> stageSeconds = new LinkedHashMap<>();
  private @Nullable IngestResult ingest;
  private @Nullable VersionManifest version;
  private final List<NightSummary> backFilled = new ArrayList<>();
  private boolean isVersionNew;
  private List<Verdict> verdicts = List.of();
  private @Nullable ReportsResult reports;
  private @Nullable DeliveryResult delivery;
  private List<VersionName> removedVersions = List.of();

  void ingested(IngestResult result) {
    ingest = result;
  }

  void analyzed(VersionManifest published, boolean isNew) {
    version = published;
    isVersionNew = isNew;
  }

  void judged(List<Verdict> ofCandidate) {
    verdicts = List.copyOf(ofCandidate);
  }

  void reported(ReportsResult result) {
    reports = result;
  }

  void delivered(DeliveryResult result) {
    delivery = result;
  }

  /** Older versions had to go, to keep the lake from growing with its history. */
  public void removed(List<VersionName> versions) {
    removedVersions = List.copyOf(versions);
  }

  void took(String stage, double seconds) {
    stageSeconds.merge(stage, seconds, Double::sum);
  }

  /** Adds a date of a back-fill. */
  void filled(NightSummary date) {
    backFilled.add(date);
    version = date.version;
    isVersionNew |= date.isVersionNew;
    reports = date.reports;
    delivery = date.delivery;
    date.stageSeconds.forEach(this::took);
  }

  public @Nullable IngestResult ingest() {
    return ingest;
  }

  public @Nullable VersionManifest version() {
    return version;
  }

  /** The dates of a back-fill, as far as they are done. */
  public List<NightSummary> backFilled() {
    return List.copyOf(backFilled);
  }

  /** Whether this run made the version, rather than finding it. */
  public boolean isVersionNew() {
    return isVersionNew;
  }

  /** What the quality gates said of the version, or of the candidate that they stopped. */
  public List<Verdict> verdicts() {
    return verdicts;
  }

  /** Whether there was nothing to do: no file was new, and the version was made before. */
  public boolean isNothingNew() {
    return ingest != null
        && ingest.withStatus(FileStatus.LANDED).isEmpty()
        && version != null
        && !isVersionNew;
  }

  public @Nullable ReportsResult reports() {
    return reports;
  }

  public @Nullable DeliveryResult delivery() {
    return delivery;
  }

  /** Versions that the run removed, oldest first. */
  public List<VersionName> removedVersions() {
    return removedVersions;
  }

  public Map<String, Double> stageSeconds() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(stageSeconds));
  }

  /** Whether rows or files were refused. */
  public boolean hasRefusals() {
    return ingest != null && ingest.hasRefusals();
  }

  /** Whether reports were not delivered, or nobody knows. */
  public boolean hasUndelivered() {
    return delivery != null && delivery.hasUndelivered();
  }
}
