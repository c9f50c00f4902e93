package dev.hindsight.ingest.landing;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A feed's file as it lies in the landing folder.
 *
 * @param sha256 of its bytes as they lie there
 */
public record LandingFile(Path path, Feed feed, String sha256, long sizeBytes, Instant modifiedAt) {

  public String name() {
    return String.valueOf(path.getFileName());
  }
}
