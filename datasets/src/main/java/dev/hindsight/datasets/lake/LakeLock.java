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
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Proof that nobody else writes to the lake: a lock of the operating system that ends with its
 * process, however the process ends. The file itself stays; it only says who holds, or last held,
 * the lake. Safe for several threads.
 */
public final class LakeLock implements AutoCloseable {
  /**
   * What this process holds. POSIX drops a process's locks on a file as soon as the process closes
   * any channel of that file, so the file of a lake that is in here must not be opened again.
   */
  private static final Map<Path, LakeLock> HELD_HERE = new HashMap<>();

  private static final int ATTEMPTS = 3;
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(50);

  private final Path file;
  private final FileChannel channel;
  private final String holder;

  private LakeLock(Path file, FileChannel channel, String holder) {
    this.file = file;
    this.channel = channel;
    this.holder = holder;
  }

  /**
   * Takes the lake.
   *
   * @param holder who takes it, in words, for whoever comes second
   * @throws LakeHeldException when it is held already, saying by whom
   */
  public static LakeLock take(Lake lake, String holder) throws IOException {
    synchronized (HELD_HERE) {
      Files.createDirectories(lake.work());
      Path file = file(lake);
      LakeLock heldHere = HELD_HERE.get(file);
      if (heldHere != null) {
        throw new LakeHeldException(lake, heldHere.holder);
      }
      LakeLock taken = new LakeLock(file, lockedChannel(lake, file), holder);
      HELD_HERE.put(file, taken);
      taken.nameHolder();
      return taken;
    }
  }

  /** Who holds the lake now; absent when nobody does. Needs no right to write. */
  public static @Nullable String holder(Lake lake) throws IOException {
    synchronized (HELD_HERE) {
      if (!Files.exists(lake.work())) {
        return null;
      }
      Path file = file(lake);
      LakeLock heldHere = HELD_HERE.get(file);
      if (heldHere != null) {
        return heldHere.holder;
      }
      if (!Files.exists(file)) {
        return null;
      }
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
          FileLock probe = tryLock(channel, true)) {
        return probe == null ? namedHolder(file) : null;
      }
    }
  }

  private static Path file(Lake lake) throws IOException {
    return lake.work().toRealPath().resolve("holder");
  }

  private static FileChannel lockedChannel(Lake lake, Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    // Somebody who only asks for the holder locks the file for a moment, too.
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      if (tryLock(channel, false) != null) {
        return channel;
      }
      LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
    }
    String other = namedHolder(file);
    channel.close();
    throw new LakeHeldException(lake, other);
  }

  private static @Nullable FileLock tryLock(FileChannel channel, boolean isShared)
      throws IOException {
    try {
      return channel.tryLock(0, Long.MAX_VALUE, isShared);
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static String namedHolder(Path file) throws IOException {
    String name = Files.readString(file, StandardCharsets.UTF_8).strip();
    return name.isEmpty() ? "another process" : name;
  }

  private void nameHolder() throws IOException {
    try {
      channel.truncate(0);
      channel.write(ByteBuffer.wrap((holder + "\n").getBytes(StandardCharsets.UTF_8)), 0);
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /** Gives the lake back; nothing the second time. */
  @Override
  public void close() throws IOException {
    synchronized (HELD_HERE) {
      HELD_HERE.remove(file, this);
      channel.close();
    }
  }
}
