package dev.hindsight.nightly.night;

import dev.hindsight.datasets.lake.DurableFiles;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionManifest;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.lake.Versions;
import dev.hindsight.ingest.manifests.ManifestJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a version is written before it is published: a lake of its own below the lake's work, each
 * attempt in its own folder. One that a gate has stopped is kept, so that what is accepted is what
 * was judged.
 *
 * @param root of the lake that holds nothing else
 */
record CandidateFolder(Lake lake, VersionName version, Path root) {
  private static final Logger log = LoggerFactory.getLogger(CandidateFolder.class);

  /** Where the candidate that a gate has stopped is kept for another run, if there is one. */
  static CandidateFolder ofKept(Lake lake, VersionName version) {
    return new CandidateFolder(lake, version, candidates(lake).resolve("kept"));
  }

  /**
   * An empty folder; what former runs left is removed. The Spark of one that was just killed may
   * write for a moment more: into its own folder.
   */
  static CandidateFolder ofNewAttempt(Lake lake, VersionName version) throws IOException {
    Files.createDirectories(candidates(lake));
    List<Path> former;
    try (Stream<Path> folders = Files.list(candidates(lake))) {
      former = folders.toList();
    }
    for (Path folder : former) {
      try {
        DurableFiles.deleteTree(folder);
      } catch (IOException | UncheckedIOException e) {
        log.info("Left for the next night to remove, for it is still written to: {}", folder);
      }
    }
    Path root = candidates(lake).resolve(UUID.randomUUID().toString());
    CandidateFolder attempt = new CandidateFolder(lake, version, root);
    Files.createDirectories(attempt.path());
    return attempt;
  }

  private static Path candidates(Lake lake) {
    return lake.work().resolve("candidate");
  }

  Lake own() {
    return new Lake(root);
  }

  Path path() {
    return own().version(version);
  }

  VersionManifest manifest() throws IOException {
    return ManifestJson.read(path().resolve(Lake.VERSION_MANIFEST), VersionManifest.class);
  }

  /** Whether all of it was written: the manifest comes last. */
  boolean isWritten() {
    return Files.exists(path().resolve(Lake.VERSION_MANIFEST));
  }

  /** Keeps it for another run. A version is also made of those before it, so these are noted. */
  void keep() throws IOException {
    CandidateFolder kept = ofKept(lake, version);
    if (!kept.equals(this)) {
      DurableFiles.replace(note(), published());
      DurableFiles.deleteTree(kept.root);
      Files.move(root, kept.root);
    }
  }

  /** Whether a candidate was kept here, and the same versions are published still. */
  boolean isKept() throws IOException {
    return Files.exists(note()) && Files.readString(note()).equals(published()) && isWritten();
  }

  /** Removes what is left of it once its version is published. */
  void remove() throws IOException {
    DurableFiles.deleteTree(root);
  }

  private Path note() {
    return root.resolve("_kept");
  }

  private String published() throws IOException {
    return version + " after " + new Versions(lake).all() + "\n";
  }
}
