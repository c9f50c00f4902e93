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
import org.jspecify.annotations.Nullable;

/**
 * Proof that nobody else writes to the lake: a lock of the operating system that ends with its
 * process, however the process ends. The file itself stays; it only says who holds, or last held,
 * the lake.
 */
public final class LakeLock implements AutoCloseable {
  private final FileChannel channel;
  private final FileLock lock;

  private LakeLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes the lake.
   *
   * @param holder who takes it, in words, for whoever comes second
   * @throws LakeHeldException when another process holds it, saying which
   */
  public static LakeLock take(Lake lake, String holder) throws IOException {
    Path file = file(lake);
    Files.createDirectories(file.getParent());
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    FileLock lock = tryLock(channel);
    if (lock == null) {
      channel.close();
      throw new LakeHeldException(lake, Files.readString(file, StandardCharsets.UTF_8).strip());
    }
    channel.truncate(0);
    channel.write(ByteBuffer.wrap((holder + "\n").getBytes(StandardCharsets.UTF_8)), 0);
    return new LakeLock(channel, lock);
  }

  /** Who holds the lake now; absent when nobody does. */
  public static @Nullable String holder(Lake lake) throws IOException {
    Path file = file(lake);
    if (!Files.exists(file)) {
      return null;
    }
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel)) {
      return lock == null ? Files.readString(file, StandardCharsets.UTF_8).strip() : null;
    }
  }

  private static Path file(Lake lake) {
    return lake.work().resolve("holder");
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    lock.release();
    channel.close();
  }
}
