package dev.hindsight.nightly.cli;

import dev.hindsight.ingest.LandingFormats;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How files are read. */
final class FormatOptions {
  @Option(
      names = "--profiles",
      paramLabel = "DIR",
      description =
          "Folder of source profiles, YAML files that say how foreign exports are read (see docs/profiles.md).")
  private @Nullable Path profiles;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      defaultValue = "UTF-8",
      description = "Encoding of files in the canonical formats (default: UTF-8).")
  private Charset encoding = Charset.forName("UTF-8");

  LandingFormats formats() {
    return LandingFormats.with(profiles, encoding);
  }
}
