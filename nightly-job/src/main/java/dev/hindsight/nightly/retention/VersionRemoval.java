package dev.hindsight.nightly.retention;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionManifest;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.lake.Versions;
import dev.hindsight.ingest.manifests.ManifestJson;
import dev.hindsight.reports.outbox.Outbox;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes versions from a lake, and their reports from the outbox. Each goes by one rename, so that
 * whatever kills it leaves whole versions; the next removal deletes what was renamed. The caller
 * holds the lake.
 */
public record VersionRemoval(Lake lake, Path outbox) {
  private static final Logger log = LoggerFactory.getLogger(VersionRemoval.class);

  /**
   * Removes what need not be kept.
   *
   * @return the removed versions, oldest first
   */
  public List<VersionName> apply(Retention retention, InstantSource clock) throws IOException {
    Versions versions = new Versions(lake);
    versions.finishRemovals();
    Optional<VersionName> current = versions.current();
    if (current.isEmpty()) {
      return List.of();
    }
    List<KeptVersion> known = new ArrayList<>();
    for (VersionName name : versions.all()) {
      Path manifest = lake.version(name).resolve(Lake.VERSION_MANIFEST);
      known.add(KeptVersion.of(name, ManifestJson.read(manifest, VersionManifest.class)));
    }
    List<VersionName> removable = retention.removable(known, current.get(), clock.instant());
    for (VersionName version : removable) {
      remove(version);
    }
    return removable;
  }

  /**
   * Removes one version that the pointer does not name; its reports first, for it leads to them.
   */
  public void remove(VersionName version) throws IOException {
    new Outbox(outbox, version).remove();
    new Versions(lake).remove(version);
    log.info("Removed version {} and its reports", version);
  }
}
