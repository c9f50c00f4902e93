package dev.hindsight.nightly.forget;

import dev.hindsight.datasets.lake.DurableFiles;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionManifest;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.lake.Versions;
import dev.hindsight.datasets.views.Dialect;
import dev.hindsight.datasets.views.LakeViews;
import dev.hindsight.ingest.manifests.ManifestJson;
import dev.hindsight.nightly.sql.ParquetTexts;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Publishes a version again under the date's next number, without a buyer's id: a version never
 * changes, so its readers keep what they read until it is removed.
 */
record VersionSuccessor(Lake lake, VersionName version, Set<Path> filesWithBuyer) {

  VersionName publish(ParquetTexts texts) throws IOException {
    Versions versions = new Versions(lake);
    VersionName successor = versions.next(version.asOfDate());
    Path candidates = lake.work().resolve("candidate");
    DurableFiles.deleteTree(candidates);
    Path candidate = Files.createDirectories(candidates.resolve(successor.folder()));
    for (Path mart : folders(lake.version(version))) {
      Path folder = Files.createDirectory(candidate.resolve(mart.getFileName()));
      for (Path file : files(mart)) {
        String name = file.getFileName().toString();
        copy(
            file,
            folder.resolve(name.replace("-%s-".formatted(version), "-%s-".formatted(successor))),
            texts);
      }
    }
    describe(candidate, successor);
    versions.publish(candidate, successor);
    return successor;
  }

  private void copy(Path file, Path into, ParquetTexts texts) throws IOException {
    if (filesWithBuyer.contains(file)) {
      texts.rewrite(file, into, Finding.EMPTIED, Finding.SHORTENED);
      return;
    }
    try {
      Files.createLink(into, file);
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.copy(file, into); // a file system without such links
    }
  }

  private void describe(Path candidate, VersionName successor) throws IOException {
    VersionManifest known =
        ManifestJson.read(
            lake.version(version).resolve(Lake.VERSION_MANIFEST), VersionManifest.class);
    LakeViews views = new LakeViews(lake, successor, known.inputs());
    for (Dialect dialect : Dialect.values()) {
      Files.writeString(candidate.resolve(dialect.fileName()), views.script(dialect));
    }
    ManifestJson.write(candidate.resolve(Lake.VERSION_MANIFEST), known.named(successor));
  }

  private static List<Path> folders(Path version) throws IOException {
    try (Stream<Path> entries = Files.list(version)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static List<Path> files(Path mart) throws IOException {
    try (Stream<Path> entries = Files.list(mart)) {
      return entries.filter(file -> file.toString().endsWith(".parquet")).sorted().toList();
    }
  }
}
