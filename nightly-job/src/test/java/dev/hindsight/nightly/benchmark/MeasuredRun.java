package dev.hindsight.nightly.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** How long one process took, start-up included, and how much memory it held at most. */
record MeasuredRun(double seconds, double peakMegabytes, double outputMegabytes) {
  private static final int POLL_MILLISECONDS = 20;
  private static final double MEGABYTE = 1e6;

  /**
   * Runs a contender to its end; what it prints goes to the log.
   *
   * @throws IllegalStateException when it does not end well
   */
  static MeasuredRun of(Contender contender, Path log) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(contender.command())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().remove("HINDSIGHT_JAVA_OPTS");
    long start = System.nanoTime();
    Process process = builder.start();
    PeakMemory memory = new PeakMemory(process.toHandle());
    while (!process.waitFor(POLL_MILLISECONDS, TimeUnit.MILLISECONDS)) {
      memory.look();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (process.exitValue() != 0) {
      throw new IllegalStateException(
          "%s ended with code %d: %s"
              .formatted(contender.name(), process.exitValue(), Files.readString(log)));
    }
    return new MeasuredRun(
        seconds, memory.bytes() / MEGABYTE, bytes(contender.output()) / MEGABYTE);
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".parquet"))
          .mapToLong(file -> file.toFile().length())
          .sum();
    }
  }
}
