package dev.hindsight.nightly.benchmark;

import dev.hindsight.nightly.logs.LandingLogs;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** The log that all contenders read. */
record GeneratedLog(Path file, long rows) {
  private static final long SEED = 20261123L;

  /** On the disk, so that nobody waits for its writing, and in the page cache, for everybody. */
  static GeneratedLog write(Path file, long rows) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    LandingLogs.of(SEED).transactions(file, 1, rows);
    try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
      written.force(true);
    }
    try (InputStream all = Files.newInputStream(file)) {
      all.transferTo(OutputStream.nullOutputStream());
    }
    return new GeneratedLog(file, rows);
  }
}
