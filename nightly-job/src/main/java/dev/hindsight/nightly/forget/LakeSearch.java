package dev.hindsight.nightly.forget;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.nightly.sql.ParquetTexts;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Looks for a buyer's id in every file of a lake, its job repository and its outbox. */
record LakeSearch(Lake lake, Path outbox, String buyerId) {

  /**
   * Where the id stands.
   *
   * @param fileCount files that were searched
   */
  record Found(List<Finding> findings, long fileCount) {
    /** What is somewhere else. */
    Found outside(Path folder) {
      return new Found(
          findings.stream().filter(finding -> !finding.isUnder(folder)).toList(), fileCount);
    }
  }

  Found all() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path folder : List.of(lake.root(), lake.jobs(), outbox)) {
      if (Files.isDirectory(folder)) {
        files.addAll(filesUnder(folder));
      }
    }
    List<Finding> findings = new ArrayList<>();
    try (ParquetTexts texts = ParquetTexts.of(buyerId)) {
      for (Path file : files.stream().distinct().toList()) {
        findings.addAll(in(file, texts));
      }
    }
    return new Found(findings, files.size());
  }

  private List<Finding> in(Path file, ParquetTexts texts) throws IOException {
    if (file.toString().endsWith(".parquet")) {
      return texts.rowCounts(file).entrySet().stream()
          .map(column -> Finding.inColumn(file, column.getKey(), column.getValue()))
          .toList();
    }
    return new TextFile(file).holds(buyerId) ? List.of(Finding.inText(file, buyerId)) : List.of();
  }

  /** Not the lock's own file: who closes it gives the lake back. */
  private List<Path> filesUnder(Path folder) throws IOException {
    Path holder = lake.work().resolve("holder");
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !file.equals(holder)) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    files.sort(null);
    return files;
  }
}
