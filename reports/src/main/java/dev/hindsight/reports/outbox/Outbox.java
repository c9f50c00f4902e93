package dev.hindsight.reports.outbox;

import dev.hindsight.datasets.lake.DurableFiles;
import dev.hindsight.datasets.lake.VersionName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/**
 * The folder that a version's finished reports lie in. They are written aside, in {@code
 * OUTBOX/.work}, and made visible by one rename; it holds addresses, so only its owner may enter.
 *
 * <pre>
 * OUTBOX/overview.html                      the newest version's overview
 * OUTBOX/2026-03-14.1/overview.html         what the version says of the whole marketplace
 * OUTBOX/2026-03-14.1/index.html            every report of the version
 * OUTBOX/2026-03-14.1/&lt;seller&gt;.html   the report, for a browser
 * OUTBOX/2026-03-14.1/&lt;seller&gt;.eml    the message, where there is an address
 * </pre>
 */
public record Outbox(Path root, VersionName version) {
  private static final String INDEX = "index.html";
  private static final String OVERVIEW = "overview.html";

  public Outbox {
    root = root.toAbsolutePath().normalize();
  }

  /** The version's folder, once it is finished. */
  public Path folder() {
    return root.resolve(version.toString());
  }

  public Path indexPage() {
    return folder().resolve(INDEX);
  }

  /** Begins with nothing, whatever an earlier attempt has left. */
  public void begin() throws IOException {
    Files.createDirectories(root, ownerOnly());
    DurableFiles.deleteTree(unfinished());
    Files.createDirectories(unfinished(), ownerOnly());
  }

  /** Writes a report to the disk, aside. */
  public void write(OutboxEntry entry) throws IOException {
    write(ReportFileName.page(entry.sellerId()), entry.page());
    byte[] message = entry.message();
    if (message != null) {
      DurableFiles.write(unfinished().resolve(ReportFileName.message(entry.sellerId())), message);
    }
  }

  public void writeOverview(String page) throws IOException {
    write(OVERVIEW, page);
  }

  private void write(String name, String page) throws IOException {
    DurableFiles.write(unfinished().resolve(name), page.getBytes(StandardCharsets.UTF_8));
  }

  /** Completes the folder by its index and makes it visible, in place of a former one. */
  public void finish(String index) throws IOException {
    write(INDEX, index);
    DurableFiles.deleteTree(former());
    if (Files.exists(folder())) {
      Files.move(folder(), former(), StandardCopyOption.ATOMIC_MOVE);
    }
    DurableFiles.renameIntoPlace(unfinished(), folder());
    DurableFiles.deleteTree(former());
  }

  /** Takes the version's reports away: out of sight by one rename, then from the disk. */
  public void remove() throws IOException {
    DurableFiles.deleteTree(unfinished());
    DurableFiles.deleteTree(former());
    if (Files.exists(folder())) {
      Files.createDirectories(former().resolveSibling(""), ownerOnly());
      Files.move(folder(), former(), StandardCopyOption.ATOMIC_MOVE);
    }
    DurableFiles.deleteTree(former());
  }

  /** Shows a page above all folders, unless a later version's is there. */
  public void showOverview(String page) throws IOException {
    if (isNewest()) {
      DurableFiles.replace(root.resolve(OVERVIEW), page);
    }
  }

  private boolean isNewest() throws IOException {
    try (Stream<Path> entries = Files.list(root)) {
      return entries
          .flatMap(entry -> VersionName.parse(entry.getFileName().toString()).stream())
          .noneMatch(other -> other.compareTo(version) > 0);
    }
  }

  private Path unfinished() {
    return root.resolve(".work").resolve(version.toString());
  }

  private Path former() {
    return root.resolve(".work").resolve(version + ".former");
  }

  /**
   * Attributes of a folder that nobody but its owner may look into, where the file system has such.
   */
  public static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }
}
