package dev.hindsight.ingest.landing;

import dev.hindsight.ingest.csv.CsvFile;
import dev.hindsight.ingest.feeds.Feed;
import dev.hindsight.ingest.rows.SourceFormat;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A feed's file as it lies in the landing folder.
 *
 * @param sha256 of its bytes as they lie there
 */
public record LandingFile(
    Path path, SourceFormat format, String sha256, long sizeBytes, Instant modifiedAt) {

  public String name() {
    return String.valueOf(path.getFileName());
  }

  public Feed feed() {
    return format.feed();
  }

  /** The rows in it. */
  public CsvFile csv() {
    return new CsvFile(path, format.format());
  }
}
