package dev.hindsight.nightly.night;

import dev.hindsight.datasets.lake.DurableFiles;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionManifest;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.lake.Versions;
import dev.hindsight.ingest.manifests.ManifestJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a version is written before it is published: a lake of its own below the lake's work. One
 * that a gate has stopped is kept there, so that what is accepted is what was judged.
 */
record CandidateFolder(Lake lake, VersionName version) {

  /** The lake that holds nothing else. */
  Lake own() {
    return new Lake(lake.work().resolve("candidate"));
  }

  Path path() {
    return own().version(version);
  }

  VersionManifest manifest() throws IOException {
    return ManifestJson.read(path().resolve(Lake.VERSION_MANIFEST), VersionManifest.class);
  }

  /** Removes what former runs left, and makes it an empty folder. */
  void empty() throws IOException {
    DurableFiles.deleteTree(own().root());
    Files.createDirectories(path());
  }

  /** Keeps it for another run. A version is also made of those before it, so these are noted. */
  void keep() throws IOException {
    DurableFiles.replace(note(), published());
  }

  /** The manifest of the candidate that was kept, if the same versions are published still. */
  Optional<VersionManifest> kept() throws IOException {
    boolean isKept =
        Files.exists(note())
            && Files.readString(note()).equals(published())
            && Files.exists(path().resolve(Lake.VERSION_MANIFEST));
    return isKept ? Optional.of(manifest()) : Optional.empty();
  }

  private Path note() {
    return own().root().resolve("_kept");
  }

  private String published() throws IOException {
    return version + " after " + new Versions(lake).all() + "\n";
  }
}
