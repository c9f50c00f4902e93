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
  private static final String UNUSABLE = ";*?[]{}\\";

  @Option(
      names = "--lake",
      paramLabel = "DIR",
      defaultValue = "lake",
      description = "The lake (default: ./lake).")
  private Path folder = Path.of("lake");

  /**
   * The lake, whether it is there or not.
   *
   * @throws UsageException when the engines could not tell its path from a pattern
   */
  Lake lake() {
    String path = folder.toString();
    if (path.chars().anyMatch(character -> UNUSABLE.indexOf(character) >= 0)) {
      throw new UsageException(
          "--lake: %s has one of the characters %s, which databases read as patterns; name another folder"
              .formatted(path, UNUSABLE));
    }
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
