package dev.hindsight.reports.overview;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.datasets.lake.VersionManifest;
import dev.hindsight.reports.overview.Quality.Feed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds up the landed files that a version saw, as far as they still lie in the lake. */
final class Landing {
  private final Map<String, Feed> feeds = new TreeMap<>();
  private @Nullable Instant lastLandedAt;

  static Landing of(Lake lake, VersionManifest manifest) throws IOException {
    Landing landing = new Landing();
    for (VersionManifest.Input input : manifest.inputs()) {
      Path file = lake.batch(input.dataset(), input.batchNumber()).resolve(Lake.FILE_MANIFEST);
      if (Files.exists(file)) {
        landing.add(Manifests.read(file, LandedFile.class));
      }
    }
    return landing;
  }

  void add(LandedFile file) {
    long leftOut = file.leftOutCount() == null ? 0 : file.leftOutCount();
    feeds.merge(
        file.dataset(),
        new Feed(
            file.dataset(),
            1,
            file.acceptedCount(),
            file.rejectedCount(),
            file.rejectedCount() > 0 ? 1 : 0,
            leftOut),
        Landing::plus);
    if (lastLandedAt == null || file.landedAt().isAfter(lastLandedAt)) {
      lastLandedAt = file.landedAt();
    }
  }

  private static Feed plus(Feed one, Feed other) {
    return new Feed(
        one.dataset(),
        one.files() + other.files(),
        one.accepted() + other.accepted(),
        one.rejected() + other.rejected(),
        one.withRejects() + other.withRejects(),
        one.leftOut() + other.leftOut());
  }

  List<Feed> feeds() {
    return List.copyOf(feeds.values());
  }

  @Nullable Instant lastLandedAt() {
    return lastLandedAt;
  }
}
