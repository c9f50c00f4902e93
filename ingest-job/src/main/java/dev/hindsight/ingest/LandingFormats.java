package dev.hindsight.ingest;

import dev.hindsight.ingest.csv.CsvFormat;
import dev.hindsight.ingest.feeds.Feed;
import dev.hindsight.ingest.rows.CanonicalFormat;
import dev.hindsight.ingest.rows.SourceFormat;
import dev.hindsight.ingest.rows.SourceFormats;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a landing folder may hold: files of the canonical formats.
 *
 * @param encoding of files in the canonical formats
 */
public record LandingFormats(Charset encoding) implements SourceFormats {
  /** The canonical formats in UTF-8. */
  public static final LandingFormats DEFAULT = with(null, StandardCharsets.UTF_8);

  public static LandingFormats with(@Nullable Path folder, Charset encoding) {
    return new LandingFormats(encoding);
  }

  public SourceFormat profile(String name) {
    throw new IllegalArgumentException(name);
  }

  public String fileNames() {
    return Feed.fileNames();
  }

  @Override
  public Optional<SourceFormat> ofFile(String fileName) {
    return Feed.ofFile(fileName).map(this::canonical);
  }

  /** The canonical format of a feed. */
  public SourceFormat canonical(Feed feed) {
    return new CanonicalFormat(feed, new CsvFormat(',', true, encoding, 0));
  }
}
