package dev.hindsight.datasets.lake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Proof that nobody else writes to the lake, or to a share of it: a lock of the operating system
 * that ends with its process, however the process ends. The files stay; they only say who holds, or
 * last held, the lake. Safe for several threads.
 */
public final class LakeLock implements AutoCloseable {
  /** What this process holds; see {@link HolderFile} for why it must be known. */
  private static final Map<Path, LakeLock> HELD_HERE = new HashMap<>();

  private static final String NAME = "holder";
  private static final String SHARE_NAME = NAME + "-";

  private final Path file;
  private final List<FileChannel> channels;
  private final String holder;
  private final @Nullable Path shareFile;

  private LakeLock(Path file, List<FileChannel> channels, String holder, @Nullable Path shareFile) {
    this.file = file;
    this.channels = List.copyOf(channels);
    this.holder = holder;
    this.shareFile = shareFile;
  }

  /**
   * Takes the lake.
   *
   * @param holder who takes it, in words, for whoever comes second
   * @throws LakeHeldException when it, or a share of it, is held already, saying by whom
   */
  public static LakeLock take(Lake lake, String holder) throws IOException {
    synchronized (HELD_HERE) {
      Path file = freeHere(lake);
      Optional<FileChannel> channel = new HolderFile(file).locked(false);
      if (channel.isEmpty()) {
        List<String> shares = shareHolders(file, null);
        throw new LakeHeldException(
            lake, shares.isEmpty() ? namedIn(file) : String.join("; ", shares));
      }
      return taken(new LakeLock(file, List.of(channel.get()), holder, null));
    }
  }

  /**
   * Takes a share of the lake: others may have other shares meanwhile, and nobody has the lake.
   *
   * @param share such as {@code 2/5}
   * @param holder who takes it, in words, for whoever comes second
   * @throws LakeHeldException when the lake or the share is held already, saying by whom
   */
  public static LakeLock takeShare(Lake lake, String share, String holder) throws IOException {
    synchronized (HELD_HERE) {
      Path file = freeHere(lake);
      FileChannel whole =
          new HolderFile(file)
              .locked(true)
              .orElseThrow(() -> new LakeHeldException(lake, namedIn(file)));
      Path shareFile = file.resolveSibling(SHARE_NAME + share.replace("/", "-of-"));
      Optional<FileChannel> channel = new HolderFile(shareFile).locked(false);
      if (channel.isEmpty()) {
        whole.close();
        throw LakeHeldException.ofShare(lake, share, namedIn(shareFile));
      }
      return taken(new LakeLock(file, List.of(channel.get(), whole), holder, shareFile));
    }
  }

  private static Path freeHere(Lake lake) throws IOException {
    Files.createDirectories(lake.work());
    Path file = file(lake);
    LakeLock heldHere = HELD_HERE.get(file);
    if (heldHere != null) {
      throw new LakeHeldException(lake, heldHere.holder);
    }
    return file;
  }

  private static LakeLock taken(LakeLock lock) throws IOException {
    HELD_HERE.put(lock.file, lock);
    try {
      HolderFile.name(lock.channels.get(0), lock.holder);
      return lock;
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  /** Who holds the lake now; absent when nobody does. Needs no right to write. */
  public static @Nullable String holder(Lake lake) throws IOException {
    List<String> holders = holders(lake);
    return holders.isEmpty() ? null : String.join("; ", holders);
  }

  /** Whoever holds the lake, or a share of it, now. Needs no right to write. */
  public static List<String> holders(Lake lake) throws IOException {
    synchronized (HELD_HERE) {
      if (!Files.exists(lake.work())) {
        return List.of();
      }
      Path file = file(lake);
      LakeLock heldHere = HELD_HERE.get(file);
      if (heldHere != null) {
        return heldHere.shareFile == null ? List.of(heldHere.holder) : shareHolders(file, heldHere);
      }
      Optional<String> whole = new HolderFile(file).holder();
      return whole.isPresent() ? List.of(whole.get()) : shareHolders(file, null);
    }
  }

  private static List<String> shareHolders(Path file, @Nullable LakeLock heldHere)
      throws IOException {
    List<String> holders = new ArrayList<>();
    try (DirectoryStream<Path> shares =
        Files.newDirectoryStream(folderOf(file), SHARE_NAME + "*")) {
      for (Path share : shares) {
        if (heldHere != null && share.equals(heldHere.shareFile)) {
          holders.add(heldHere.holder);
        } else {
          new HolderFile(share).holder().ifPresent(holders::add);
        }
      }
    }
    holders.sort(null);
    return holders;
  }

  private static Path folderOf(Path file) {
    return Objects.requireNonNull(file.getParent(), "a file has a folder");
  }

  private static Path file(Lake lake) throws IOException {
    return lake.work().toRealPath().resolve(NAME);
  }

  /** As far as it can be read. */
  private static String namedIn(Path file) {
    try {
      return new HolderFile(file).named();
    } catch (IOException e) {
      return "another process";
    }
  }

  /** Gives the lake, or the share, back; nothing the second time. */
  @Override
  public void close() throws IOException {
    synchronized (HELD_HERE) {
      HELD_HERE.remove(file, this);
      for (FileChannel channel : channels) {
        channel.close();
      }
    }
  }
}
