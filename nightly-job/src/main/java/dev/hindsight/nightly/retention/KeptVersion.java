package dev.hindsight.nightly.retention;

import dev.hindsight.datasets.lake.VersionManifest;
import dev.hindsight.datasets.lake.VersionManifest.Comparison;
import dev.hindsight.datasets.lake.VersionName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What retention asks of a version.
 *
 * @param comparedWith the version before that its restatements name; absent for the first
 */
record KeptVersion(VersionName name, Instant createdAt, @Nullable VersionName comparedWith) {

  static KeptVersion of(VersionName name, VersionManifest manifest) {
    return new KeptVersion(
        name,
        manifest.createdAt(),
        Optional.ofNullable(manifest.comparison())
            .map(Comparison::version)
            .flatMap(VersionName::parse)
            .orElse(null));
  }

  LocalDate date() {
    return name.asOfDate();
  }
}
