package dev.hindsight.nightly.night;

import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.datasets.lake.LandedFiles;
import java.util.List;
import java.util.stream.Stream;

/**
 * How Java runs Spark's process. Below a million landed rows a run is mostly warm-up, and other
 * options pay (DECISIONS.md, "How is a small lake analysed?").
 *
 * @param driverMemory as Java's {@code -Xmx} takes it
 */
record SparkJava(String driverMemory) {
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
            rows < FEW_ROWS ? forFewRows() : List.<String>of())
        .flatMap(List::stream)
        .toList();
  }

  /**
   * The second compiler and a concurrent collector do not pay for themselves. A heap that has its
   * size from the start, half of it for the young, and room for the classes, are hardly ever
   * collected. Spark takes its memory in pages of up to 64 MB, and 4 MB for every plan it sends to
   * a task, however small they are.
   */
  private List<String> forFewRows() {
    return List.of(
        "-Xms" + driverMemory,
        "-XX:NewRatio=1",
        "-XX:MetaspaceSize=256m",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Dspark.buffer.pageSize=1m",
        "-Dspark.broadcast.blockSize=256k");
  }
}
