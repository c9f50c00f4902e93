package dev.hindsight.ingest.batches;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.lake.DurableFiles;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.datasets.lake.LandedFiles;
import dev.hindsight.datasets.landed.LandedContracts;
import dev.hindsight.datasets.landed.Reject;
import dev.hindsight.ingest.landing.IngestPlan;
import dev.hindsight.ingest.landing.PlannedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Removes what runs that were killed have left half done. */
public record LakeSweep(Lake lake) {

  /** Keeps what has landed, and the work on what is planned. */
  public void keepOnly(LandedFiles landed, IngestPlan plan) throws IOException {
    Set<String> landedFolders =
        landed.all().stream()
            .map(LandedFile::batchNumber)
            .map(Lake::batchFolder)
            .collect(Collectors.toSet());
    Set<String> plannedFolders =
        plan.files().stream()
            .map(PlannedFile::batchNumber)
            .map(Lake::batchFolder)
            .collect(Collectors.toSet());
    for (Contract<?> contract : LandedContracts.ALL) {
      removeUnlanded(contract, landedFolders, plannedFolders);
    }
    for (Path folder : entries(landingWork(lake))) {
      if (!plannedFolders.contains(name(folder))) {
        DurableFiles.deleteTree(folder);
      }
    }
  }

  /** Where files that have not landed are written. */
  static Path landingWork(Lake lake) {
    return lake.work().resolve("landing");
  }

  private void removeUnlanded(
      Contract<?> contract, Set<String> landedFolders, Set<String> plannedFolders)
      throws IOException {
    boolean isOfRejects = contract == Reject.CONTRACT;
    for (Path folder : entries(lake.landed(contract.name()))) {
      boolean hasLanded =
          isOfRejects
              ? landedFolders.contains(name(folder)) || plannedFolders.contains(name(folder))
              : Files.exists(folder.resolve(Lake.FILE_MANIFEST));
      if (!hasLanded) {
        DurableFiles.deleteTree(folder);
      }
    }
  }

  private static List<Path> entries(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    }
  }

  private static String name(Path folder) {
    return String.valueOf(folder.getFileName());
  }
}
