package dev.hindsight.datasets.lake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes that are there entirely or not at all, also after the power failed. */
public final class DurableFiles {
  private DurableFiles() {}

  /** Replaces a file's content in one step; who may read it is up to the process's umask. */
  public static void replace(Path file, String content) throws IOException {
    replace(file, content, Optional.empty());
  }

  /** Replaces a file's content in one step by one that everybody may read. */
  public static void replaceReadableByAll(Path file, String content) throws IOException {
    replace(file, content, Optional.of(PosixFilePermissions.fromString("rw-r--r--")));
  }

  /** Replaces a file's content in one step by one that only its owner may read. */
  public static void replaceForOwner(Path file, String content) throws IOException {
    replace(file, content, Optional.of(PosixFilePermissions.fromString("rw-------")));
  }

  /**
   * Writes a file in one step unless it is there; of several who do so at once, one succeeds.
   * Everybody may read it.
   */
  public static void create(Path file, String content) throws IOException {
    Path written =
        written(file, content, Optional.of(PosixFilePermissions.fromString("rw-r--r--")));
    try {
      Files.createLink(file, written);
    } catch (FileAlreadyExistsException e) {
      return; // then somebody else's is there, entirely
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE); // no links there
    } finally {
      Files.deleteIfExists(written);
    }
    force(folderOf(file));
  }

  /** Puts a finished file in the place of another, in one step, after it has reached the disk. */
  public static void replaceByFile(Path finished, Path file) throws IOException {
    force(finished);
    Files.move(finished, file, StandardCopyOption.ATOMIC_MOVE);
    force(folderOf(file));
  }

  private static void replace(
      Path file, String content, Optional<Set<PosixFilePermission>> permissions)
      throws IOException {
    Path written = written(file, content, permissions);
    try {
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(written);
    }
    force(folderOf(file));
  }

  /** The content on the disk, beside the file that it is to become. */
  private static Path written(
      Path file, String content, Optional<Set<PosixFilePermission>> permissions)
      throws IOException {
    Path folder = Files.createDirectories(folderOf(file));
    // Not createTempFile: only its owner may read what that makes.
    Path written = folder.resolve(".%s.%s.tmp".formatted(file.getFileName(), UUID.randomUUID()));
    try {
      Files.writeString(written, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      if (permissions.isPresent()) {
        Files.setPosixFilePermissions(written, permissions.get());
      }
      force(written);
      return written;
    } catch (IOException e) {
      Files.deleteIfExists(written);
      throw e;
    }
  }

  /** Writes a new file to the disk; its folder still has to follow. */
  public static void write(Path file, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /**
   * Makes a finished folder visible under its final name by one rename, after all of it has reached
   * the disk.
   *
   * @throws AtomicMoveNotSupportedException when the two are not on one file system
   */
  public static void moveIntoPlace(Path finished, Path place) throws IOException {
    try (Stream<Path> tree = Files.walk(finished)) {
      for (Path path : tree.toList()) {
        force(path);
      }
    }
    renameIntoPlace(finished, place);
  }

  /**
   * Makes a folder visible under its final name by one rename, whose files {@link #write} has
   * brought to the disk.
   *
   * @throws AtomicMoveNotSupportedException when the two are not on one file system
   */
  public static void renameIntoPlace(Path finished, Path place) throws IOException {
    force(finished);
    Files.createDirectories(folderOf(place));
    Files.move(finished, place, StandardCopyOption.ATOMIC_MOVE);
    force(folderOf(place));
  }

  /**
   * Deletes a folder and all in it; nothing when it is not there. Links are removed, never
   * followed.
   */
  public static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> tree = Files.walk(folder)) {
      deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }

  private static Path folderOf(Path path) {
    return Objects.requireNonNull(
        path.toAbsolutePath().getParent(), "the root of a file system has no folder");
  }

  private static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
