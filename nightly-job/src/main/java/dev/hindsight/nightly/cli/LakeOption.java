package dev.hindsight.nightly.cli;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.lake.Versions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which lake. */
final class LakeOption {
  @Option(
      names = "--lake",
      paramLabel = "DIR",
      defaultValue = "lake",
      description = "The lake (default: ./lake).")
  private Path folder = Path.of("lake");

  /** The lake, whether it is there or not. */
  Lake lake() {
    return new Lake(folder);
  }

  /**
   * A lake that is there.
   *
   * @throws UsageException when it is not
   */
  Lake existing() {
    Lake lake = lake();
    if (!Files.isDirectory(lake.root())) {
      throw new UsageException(
          "There is no lake at %s; name one with --lake, or run: hindsight nightly"
              .formatted(lake.root()));
    }
    return lake;
  }

  /**
   * The newest version of a lake that is there.
   *
   * @throws UsageException when nothing is published
   */
  VersionName current() throws IOException {
    Optional<VersionName> current = new Versions(existing()).current();
    return current.orElseThrow(
        () ->
            new UsageException(
                "Lake %s has no version yet; run: hindsight nightly".formatted(lake().root())));
  }
}
