package dev.hindsight.ingest.landing;

import dev.hindsight.ingest.csv.FileRefusedException;
import dev.hindsight.ingest.feeds.Feed;
import dev.hindsight.ingest.rows.SourceFormat;
import dev.hindsight.ingest.rows.SourceFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What lies in a landing folder, each list in the order of names. Folders in it, and files that are
 * still being written, are left alone.
 *
 * @param files the feeds' files
 * @param unreadable files that could not be read, or of which it is not known how
 * @param others names of files that no feed takes
 */
public record LandingFolder(
    List<LandingFile> files, List<UnreadableFile> unreadable, List<String> others) {

  private static final Logger log = LoggerFactory.getLogger(LandingFolder.class);

  public LandingFolder {
    files = List.copyOf(files);
    unreadable = List.copyOf(unreadable);
    others = List.copyOf(others);
  }

  /** A file that could not be read, and why. */
  public record UnreadableFile(String name, @Nullable Feed feed, String why) {}

  /**
   * The folder as it is now, with the hash of every feed's file.
   *
   * @throws UnusableFolderException when it is missing, not a folder, or not readable
   */
  public static LandingFolder of(Path folder, SourceFormats formats) {
    List<LandingFile> files = new ArrayList<>();
    List<UnreadableFile> unreadable = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (Path path : finishedFiles(folder)) {
      String name = String.valueOf(path.getFileName());
      Feed feed = null;
      try {
        Optional<SourceFormat> format = formats.ofFile(name);
        feed = format.map(SourceFormat::feed).orElse(null);
        if (format.isPresent()) {
          files.add(read(path, format.get()));
        } else {
          others.add(name);
        }
      } catch (FileRefusedException e) {
        unreadable.add(new UnreadableFile(name, feed, String.valueOf(e.getMessage())));
      } catch (IOException e) {
        String why = "%s: cannot be read (%s); check the file and its permissions";
        unreadable.add(new UnreadableFile(name, feed, why.formatted(name, e)));
      }
    }
    return new LandingFolder(files, unreadable, others);
  }

  /**
   * Begins to read the folder, so that {@link #of} is done sooner: for whoever has something else
   * to do before. What goes wrong here goes wrong there again, and is told there.
   */
  public static void readAhead(Path folder, SourceFormats formats) {
    Thread reader = new Thread(() -> readQuietly(folder, formats), "read-ahead");
    reader.setDaemon(true);
    reader.start();
  }

  private static void readQuietly(Path folder, SourceFormats formats) {
    try {
      of(folder, formats);
    } catch (RuntimeException e) {
      log.debug("Reading ahead stopped", e);
    }
  }

  /**
   * Changes when, and only when, a name or the content of a feed's file does, or how it is read.
   */
  public String digest() {
    Stream<String> readable =
        files.stream()
            .map(file -> file.sha256() + " " + file.format().digest() + " " + file.name());
    Stream<String> rest = unreadable.stream().map(file -> "unreadable " + file.name());
    return ContentHash.of(Stream.concat(readable, rest).collect(Collectors.joining("\n")));
  }

  /** How many files lie there, whatever they are. */
  public int fileCount() {
    return files.size() + unreadable.size() + others.size();
  }

  /** The feed's file of that name. */
  public LandingFile file(String name) {
    return files.stream()
        .filter(file -> file.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No feed's file is named " + name));
  }

  private static LandingFile read(Path path, SourceFormat format) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    if (!attributes.isRegularFile()) {
      throw new IOException("not a regular file");
    }
    String sha256 = ContentHash.of(path, attributes);
    return new LandingFile(
        path, format, sha256, attributes.size(), attributes.lastModifiedTime().toInstant());
  }

  private static List<Path> finishedFiles(Path folder) {
    if (!Files.exists(folder)) {
      throw new UnusableFolderException(
          "Landing folder %s does not exist; create it, or name another".formatted(folder), null);
    }
    if (!Files.isDirectory(folder)) {
      throw new UnusableFolderException(
          "Landing folder %s is a file; name the folder that it lies in".formatted(folder), null);
    }
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.filter(path -> !Files.isDirectory(path) && isFinished(path)).sorted().toList();
    } catch (IOException e) {
      throw new UnusableFolderException(
          "Landing folder %s cannot be read (%s); check its permissions".formatted(folder, e), e);
    }
  }

  private static boolean isFinished(Path path) {
    String name = String.valueOf(path.getFileName());
    boolean isHidden = name.startsWith(".") || name.startsWith("_");
    return !isHidden && !name.endsWith(".tmp") && !name.endsWith(".part");
  }
}
