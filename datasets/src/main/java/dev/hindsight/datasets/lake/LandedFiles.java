package dev.hindsight.datasets.lake;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.landed.LandedContracts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files that a lake has landed, ordered by batch number. */
public record LandedFiles(List<LandedFile> all) {

  public LandedFiles {
    all = all.stream().sorted(Comparator.comparingInt(LandedFile::batchNumber)).toList();
  }

  /** Reads the manifest of every batch of the lake; a folder without one is not a batch yet. */
  public static LandedFiles of(Lake lake, ManifestReader<LandedFile> manifests) throws IOException {
    List<LandedFile> files = new ArrayList<>();
    for (Contract<?> contract : LandedContracts.ALL) {
      for (Path manifest : manifestsOf(lake.landed(contract.name()))) {
        files.add(manifests.read(manifest));
      }
    }
    return new LandedFiles(files);
  }

  private static List<Path> manifestsOf(Path dataset) throws IOException {
    if (!Files.isDirectory(dataset)) {
      return List.of();
    }
    try (Stream<Path> batches = Files.list(dataset)) {
      return batches.map(batch -> batch.resolve(Lake.FILE_MANIFEST)).filter(Files::exists).toList();
    }
  }

  /** Those whose rows count: a file is obsolete once its replacement is there. */
  public List<LandedFile> current() {
    Set<Integer> replaced =
        all.stream()
            .map(LandedFile::replacesBatch)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return all.stream().filter(file -> !replaced.contains(file.batchNumber())).toList();
  }

  /** The batches of one dataset whose rows count. */
  public List<Integer> currentBatches(String dataset) {
    return current().stream()
        .filter(file -> file.dataset().equals(dataset))
        .map(LandedFile::batchNumber)
        .toList();
  }

  public int highestBatch() {
    return all.stream().mapToInt(LandedFile::batchNumber).max().orElse(0);
  }
}
