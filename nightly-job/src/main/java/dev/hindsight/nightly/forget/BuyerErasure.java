package dev.hindsight.nightly.forget;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import dev.hindsight.datasets.lake.DurableFiles;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.lake.Versions;
import dev.hindsight.ingest.forgotten.ForgottenBuyer;
import dev.hindsight.ingest.forgotten.ForgottenBuyers;
import dev.hindsight.ingest.manifests.ManifestJson;
import dev.hindsight.nightly.retention.VersionRemoval;
import dev.hindsight.nightly.sql.ParquetTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes a buyer's id out of a lake (DECISIONS.md, "What does it mean to forget a buyer?"). First it
 * is noted who is forgotten, so that nothing that lands brings the id back; then each file is
 * replaced in one step. Killed anywhere and run again, it finds what is left and goes on. The
 * caller holds the lake.
 *
 * @param landing where files may lie that name the buyer; absent where there is no such folder
 */
public record BuyerErasure(Lake lake, Path outbox, @Nullable Path landing, String buyerId) {
  private static final List<String> UNFINISHED =
      List.of("landing", "candidate", "removed", "forget", "spark.log");

  /** What there is to do; nothing is changed. */
  public Erasure plan() throws IOException {
    LakeSearch.Found found = search().outside(lake.kept()); // which goes anyhow
    Map<VersionName, VersionName> versions = new LinkedHashMap<>();
    for (VersionName version : versionsWith(found.findings())) {
      versions.put(version, version);
    }
    return result(found, versions, found, ForgottenBuyers.of(lake));
  }

  /** Does it, and searches the lake again: what remains is in the result. */
  public Erasure erase(InstantSource clock) throws IOException {
    removeUnfinished();
    LakeSearch.Found before = search();
    ForgottenBuyers forgotten =
        ForgottenBuyers.of(lake).with(buyerId, clock.instant(), landedNames(before.findings()));
    forgotten.writeTo(lake);
    Map<VersionName, VersionName> versions;
    try (ParquetTexts texts = ParquetTexts.of(buyerId)) {
      for (Path file : landedFiles(before.findings())) {
        rewrite(file, texts);
      }
      versions = replaceVersions(before.findings(), texts);
    }
    removeUnfinished();
    return result(before, versions, search(), forgotten);
  }

  private LakeSearch.Found search() throws IOException {
    return new LakeSearch(lake, outbox, buyerId).all();
  }

  /** Unfinished work can hold the id where nobody can look; it is done again without it. */
  private void removeUnfinished() throws IOException {
    DurableFiles.deleteTree(lake.kept());
    for (String name : UNFINISHED) {
      DurableFiles.deleteTree(lake.work().resolve(name));
    }
  }

  private void rewrite(Path file, ParquetTexts texts) throws IOException {
    Path written =
        Files.createDirectories(lake.work().resolve("forget")).resolve(file.getFileName());
    Files.deleteIfExists(written);
    texts.rewrite(file, written, Finding.EMPTIED, Finding.SHORTENED);
    DurableFiles.replaceByFile(written, file);
  }

  /** The newest of each date is published again without the id; superseded ones only go. */
  private Map<VersionName, VersionName> replaceVersions(List<Finding> findings, ParquetTexts texts)
      throws IOException {
    Versions versions = new Versions(lake);
    Set<Path> files =
        findings.stream().filter(Finding::isBuyers).map(Finding::file).collect(toSet());
    Map<VersionName, VersionName> replaced = new LinkedHashMap<>();
    for (VersionName version : versionsWith(findings)) {
      boolean isNewest =
          versions.all().stream()
              .noneMatch(
                  other ->
                      other.asOfDate().equals(version.asOfDate()) && other.compareTo(version) > 0);
      replaced.put(
          version, isNewest ? new VersionSuccessor(lake, version, files).publish(texts) : version);
      versions.pointToNewest();
      new VersionRemoval(lake, outbox).remove(version);
    }
    return replaced;
  }

  private List<Path> landedFiles(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> isLanded(finding) && finding.isBuyers() && finding.column() != null)
        .map(Finding::file)
        .distinct()
        .toList();
  }

  private boolean isLanded(Finding finding) {
    return finding.isUnder(lake.root().resolve("landed"));
  }

  private Set<VersionName> versionsWith(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.isUnder(lake.versions()) && finding.isBuyers())
        .map(finding -> lake.versions().relativize(finding.file()).getName(0).toString())
        .flatMap(folder -> VersionName.ofFolder(folder).stream())
        .collect(toCollection(TreeSet::new));
  }

  /** Names of the landed files that had the id: under a profile they may not have it as text. */
  private List<String> landedNames(List<Finding> findings) throws IOException {
    Set<String> names = new TreeSet<>();
    for (Path file : landedFiles(findings)) {
      Path manifest = file.resolveSibling(Lake.FILE_MANIFEST);
      if (Files.exists(manifest)) {
        names.add(ManifestJson.read(manifest, LandedFile.class).fileName());
      }
    }
    return List.copyOf(names);
  }

  private Erasure result(
      LakeSearch.Found before,
      Map<VersionName, VersionName> versions,
      LakeSearch.Found after,
      ForgottenBuyers forgotten)
      throws IOException {
    long rowCount =
        before.findings().stream()
            .filter(finding -> isLanded(finding) && finding.isBuyers())
            .mapToLong(Finding::rowCount)
            .sum();
    return new Erasure(
        rowCount,
        landedFiles(before.findings()),
        versions,
        after.findings().stream().filter(finding -> !finding.isBuyers()).toList(),
        after.findings().stream().filter(Finding::isBuyers).toList(),
        landingFiles(forgotten),
        after.fileCount());
  }

  private List<Path> landingFiles(ForgottenBuyers forgotten) throws IOException {
    if (landing == null || !Files.isDirectory(landing)) {
      return List.of();
    }
    List<String> known = forgotten.find(buyerId).map(ForgottenBuyer::fileNames).orElseGet(List::of);
    List<Path> files = new ArrayList<>();
    try (Stream<Path> entries = Files.list(landing)) {
      for (Path file : entries.filter(Files::isRegularFile).sorted().toList()) {
        if (known.contains(file.getFileName().toString()) || new TextFile(file).holds(buyerId)) {
          files.add(file);
        }
      }
    }
    return files;
  }
}
