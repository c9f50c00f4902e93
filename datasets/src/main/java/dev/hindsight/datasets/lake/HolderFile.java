package dev.hindsight.datasets.lake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A file that its holder has locked, and that says who that is, or last was. POSIX drops a
 * process's locks on a file as soon as the process closes any channel of that file, so whoever
 * holds it must not look at it this way.
 */
record HolderFile(Path path) {
  private static final int ATTEMPTS = 3;
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(50);

  /**
   * Locks it until the channel is closed.
   *
   * @param isShared beside others who share it
   * @return absent when others have it
   */
  Optional<FileChannel> locked(boolean isShared) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    // Somebody who only asks for the holder locks the file for a moment, too.
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      if (tryLock(channel, isShared) != null) {
        return Optional.of(channel);
      }
      LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
    }
    channel.close();
    return Optional.empty();
  }

  /** Who has it for himself now. Needs no right to write. */
  Optional<String> holder() throws IOException {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        FileLock probe = tryLock(channel, true)) {
      return probe == null ? Optional.of(named()) : Optional.empty();
    }
  }

  /** Who it says has it, or last had it. */
  String named() throws IOException {
    String name = Files.readString(path, StandardCharsets.UTF_8).strip();
    return name.isEmpty() ? "another process" : name;
  }

  /** Says who has it. */
  static void name(FileChannel locked, String holder) throws IOException {
    locked.truncate(0);
    locked.write(ByteBuffer.wrap((holder + "\n").getBytes(StandardCharsets.UTF_8)), 0);
  }

  private static @Nullable FileLock tryLock(FileChannel channel, boolean isShared)
      throws IOException {
    try {
      return channel.tryLock(0, Long.MAX_VALUE, isShared);
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }
}
