package dev.hindsight.datasets.lake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The published versions of a lake. A version never changes; publication adds a folder by one
 * rename, then swaps the pointer. Only the lake's holder publishes.
 */
public record Versions(Lake lake) {

  /** All of them, oldest first. */
  public List<VersionName> all() throws IOException {
    if (!Files.isDirectory(lake.versions())) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(lake.versions())) {
      return folders
          .flatMap(folder -> VersionName.ofFolder(folder.getFileName().toString()).stream())
          .sorted()
          .toList();
    }
  }

  /** The version that the pointer names: what readers should read. */
  public Optional<VersionName> current() throws IOException {
    if (!Files.exists(lake.currentPointer())) {
      return Optional.empty();
    }
    return VersionName.parse(
        Files.readString(lake.currentPointer(), StandardCharsets.UTF_8).strip());
  }

  /** The name that the date's next version will have. */
  public VersionName next(LocalDate asOfDate) throws IOException {
    int highest =
        all().stream()
            .filter(version -> version.asOfDate().equals(asOfDate))
            .mapToInt(VersionName::number)
            .max()
            .orElse(0);
    return new VersionName(asOfDate, highest + 1);
  }

  /**
   * Makes a finished candidate folder the version of that name, and the current one if no later
   * version stands.
   *
   * @return the current version afterwards
   */
  public VersionName publish(Path candidate, VersionName name) throws IOException {
    DurableFiles.moveIntoPlace(candidate, lake.version(name));
    return pointToNewest();
  }

  /**
   * Takes a version away: out of readers' sight by one rename, then from the disk.
   *
   * @throws IllegalArgumentException when the pointer names it
   */
  public void remove(VersionName name) throws IOException {
    if (current().equals(Optional.of(name))) {
      throw new IllegalArgumentException(
          "Version %s is the current one; readers would lose their place".formatted(name));
    }
    Path removed = removed().resolve(name.folder());
    DurableFiles.deleteTree(removed);
    if (Files.exists(lake.version(name))) {
      DurableFiles.moveIntoPlace(lake.version(name), removed);
    }
    DurableFiles.deleteTree(removed);
  }

  /** Deletes what removals that were killed have left. */
  public void finishRemovals() throws IOException {
    DurableFiles.deleteTree(removed());
  }

  private Path removed() {
    return lake.work().resolve("removed");
  }

  /**
   * Points at the newest version. A publication that was killed between its rename and its swap is
   * completed by this.
   */
  public VersionName pointToNewest() throws IOException {
    return pointToNewest((link, target) -> Files.createSymbolicLink(link, target));
  }

  VersionName pointToNewest(LinkMaker links) throws IOException {
    VersionName newest =
        all().stream()
            .max(Comparator.naturalOrder())
            .orElseThrow(
                () -> new IllegalStateException("Lake %s has no version".formatted(lake.root())));
    DurableFiles.replace(lake.currentPointer(), newest + "\n");
    link(newest, links);
    return newest;
  }

  private void link(VersionName newest, LinkMaker links) throws IOException {
    Path fresh = lake.root().resolve(".marts.tmp");
    Files.deleteIfExists(fresh);
    try {
      links.link(fresh, lake.root().relativize(lake.version(newest)));
    } catch (UnsupportedOperationException | FileSystemException e) {
      refuseStaleLink(e);
      return; // a file system without links: _CURRENT alone names the newest
    }
    Files.move(fresh, lake.martsLink(), StandardCopyOption.ATOMIC_MOVE);
  }

  private void refuseStaleLink(Exception cause) throws IOException {
    if (Files.exists(lake.martsLink(), LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(
          "%s cannot be changed and still shows an older version; remove it"
              .formatted(lake.martsLink()),
          cause);
    }
  }

  /** Makes a symbolic link, where the file system can. */
  @FunctionalInterface
  interface LinkMaker {
    void link(Path link, Path target) throws IOException;
  }
}
