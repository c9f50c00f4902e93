package dev.hindsight.nightly.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The resident memory that a process held at most, as Linux counts it. The kernel keeps the peak,
 * so that looking now and then misses at most what grows before the very end. Children are left
 * out: no contender works in one, and one that is just born is counted with its parent's memory.
 */
final class PeakMemory {
  private final Path status;
  private long bytes;

  PeakMemory(long processId) {
    this.status = Path.of("/proc/%d/status".formatted(processId));
  }

  void look() {
    try {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmHWM:")) {
          bytes = Math.max(bytes, 1024 * Long.parseLong(line.replaceAll("\\D", "")));
        }
      }
    } catch (IOException e) {
      // it has just ended
    }
  }

  long bytes() {
    return bytes;
  }
}
