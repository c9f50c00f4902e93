package dev.hindsight.nightly.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The resident memory that a process held at most, as Linux counts it. The kernel keeps the peak,
 * so that looking now and then misses at most what grows before the very end. Of a process and its
 * children the largest counts: the contenders that work in a child do little beside it.
 */
final class PeakMemory {
  private final ProcessHandle process;
  private long bytes;

  PeakMemory(ProcessHandle process) {
    this.process = process;
  }

  void look() {
    look(process);
    process.descendants().forEach(this::look);
  }

  private void look(ProcessHandle one) {
    Path status = Path.of("/proc/%d/status".formatted(one.pid()));
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
