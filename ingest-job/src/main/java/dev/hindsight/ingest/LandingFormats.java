package dev.hindsight.ingest;

import dev.hindsight.ingest.csv.CsvFormat;
import dev.hindsight.ingest.csv.FileRefusedException;
import dev.hindsight.ingest.feeds.Feed;
import dev.hindsight.ingest.profiles.ProfileException;
import dev.hindsight.ingest.profiles.Profiles;
import dev.hindsight.ingest.rows.CanonicalFormat;
import dev.hindsight.ingest.rows.SourceFormat;
import dev.hindsight.ingest.rows.SourceFormats;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a landing folder may hold: exports that a source profile is for, and files of the canonical
 * formats.
 *
 * @param encoding of files in the canonical formats
 */
public record LandingFormats(Profiles profiles, Charset encoding) implements SourceFormats {
  /** The profiles that the program ships, and UTF-8. */
  public static final LandingFormats DEFAULT = with(null, StandardCharsets.UTF_8);

  /**
   * The profiles that the program ships, and those of a folder where there is one.
   *
   * @throws ProfileException with everything that is wrong in the folder
   */
  public static LandingFormats with(@Nullable Path profileFolder, Charset encoding) {
    Profiles profiles = profileFolder == null ? Profiles.shipped() : Profiles.with(profileFolder);
    return new LandingFormats(profiles, encoding);
  }

  /**
   * {@inheritDoc}
   *
   * @throws FileRefusedException when several profiles are for it
   */
  @Override
  public Optional<SourceFormat> ofFile(String fileName) {
    Optional<SourceFormat> profile = profiles.ofFile(fileName).map(SourceFormat.class::cast);
    return profile.or(() -> Feed.ofFile(fileName).map(this::canonical));
  }

  /** The canonical format of a feed. */
  public SourceFormat canonical(Feed feed) {
    return new CanonicalFormat(feed, new CsvFormat(',', true, encoding, 0));
  }
}
