package dev.hindsight.nightly.night;

import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.datasets.lake.LandedFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How Java runs Spark's process. Below a million landed rows a run is mostly warm-up, and other
 * options pay (DECISIONS.md, "Where does a small lake's time go?").
 *
 * @param driverMemory as Java's {@code -Xmx} takes it
 */
record SparkJava(Distribution distribution, String driverMemory) {
  /** Set by the build, to have an analysis archive the classes that it loads. */
  static final String ARCHIVING = "hindsight.archive-spark";

  /**
   * Every Spark stage is compiled code of its own; without the second compiler Java reserves 48 MB,
   * and a night of all marts fills them.
   */
  private static final String CODE_CACHE = "-XX:ReservedCodeCacheSize=240m";

  private static final long FEW_ROWS = 1_000_000;

  List<String> options(LandedFiles landed) {
    long rows = landed.current().stream().mapToLong(LandedFile::acceptedCount).sum();
    return Stream.of(
            List.of("-Xmx" + driverMemory, CODE_CACHE),
            rows < FEW_ROWS ? forFewRows() : List.<String>of(),
            archive())
        .flatMap(List::stream)
        .toList();
  }

  /**
   * The second compiler and a concurrent collector do not pay for themselves. A heap that has its
   * size from the start, half of it for the young, and room for the classes, are hardly ever
   * collected.
   */
  private List<String> forFewRows() {
    return List.of(
        "-Xms" + driverMemory,
        "-XX:NewRatio=1",
        "-XX:MetaspaceSize=256m",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC");
  }

  /** The archive of loaded classes; where it does not fit this Java or Spark, it is left alone. */
  private List<String> archive() {
    Path archive = distribution.sparkArchive();
    if (Boolean.getBoolean(ARCHIVING)) {
      return List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:disable");
    }
    return Files.exists(archive)
        ? List.of(
            "-XX:SharedArchiveFile=" + archive,
            "-Xshare:auto",
            "-Xlog:disable",
            "-Xlog:all=error:stderr")
        : List.of();
  }
}
