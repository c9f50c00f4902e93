package dev.hindsight.nightly.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The classes that Spark's process loads, as Java maps them into memory: read from their jars they
 * cost every analysis seconds. An analysis that finds none writes one as it ends, under a name of
 * its own, and the archive is in its place once the analysis has ended well. It is named for the
 * Java, the application and the Spark that it is of, so that none of another is ever looked at.
 *
 * @param file its place
 * @param unfinished where this process has Spark write one
 */
public record ClassArchive(Path file, Path unfinished) {
  private static final Logger log = LoggerFactory.getLogger(ClassArchive.class);
  private static final String PREFIX = "spark-";
  private static final String ENDING = ".jsa";
  private static final int NAME_LENGTH = 12;
  private static final Pattern NAME =
      Pattern.compile("spark-[0-9a-f]{12}\\.jsa(?:\\.(\\d{1,18}))?");
  private static final int WRITER = 1;

  /** Ample for an archive: without room to write it, Java would end with an error. */
  private static final long ROOM = 1L << 30;

  /** An archive that does not fit is left alone, without a word. */
  private static final List<String> SILENT =
      List.of("-Xshare:auto", "-Xlog:disable", "-Xlog:all=error:stderr");

  /**
   * That of an application on a Spark.
   *
   * @param folder where archives are kept
   */
  public static ClassArchive of(Path folder, Path application, SparkHome spark) {
    Path file = folder.resolve(PREFIX + name(application, spark) + ENDING);
    return new ClassArchive(
        file, folder.resolve(file.getFileName() + "." + ProcessHandle.current().pid()));
  }

  /** What Java is told: to use it, to make it, or nothing where there is no place for it. */
  public List<String> javaOptions() {
    if (Files.exists(file)) {
      return with("-XX:SharedArchiveFile=" + file);
    }
    return isPlaceForIt() ? with("-XX:ArchiveClassesAtExit=" + unfinished) : List.of();
  }

  /** Puts into its place what an analysis that has ended well has written, if it has. */
  public void keep() {
    try {
      if (Files.exists(unfinished)) {
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        removeOthers();
      }
    } catch (IOException e) {
      log.info(
          "Spark's next start is not quicker, for its classes are not kept in {} ({})", file, e);
    }
  }

  /** Removes what an analysis that has failed may have written. */
  public void discard() {
    try {
      Files.deleteIfExists(unfinished);
    } catch (IOException e) {
      log.info("Left for a later night to remove: {} ({})", unfinished, e);
    }
  }

  private static List<String> with(String option) {
    return Stream.concat(Stream.of(option), SILENT.stream()).toList();
  }

  private boolean isPlaceForIt() {
    Path folder = Objects.requireNonNull(file.getParent());
    try {
      return Files.isWritable(folder) && Files.getFileStore(folder).getUsableSpace() > ROOM;
    } catch (IOException e) {
      return false;
    }
  }

  /** Of a former Java or Spark, and of processes that were killed. */
  private void removeOthers() throws IOException {
    List<Path> others;
    try (Stream<Path> files = Files.list(Objects.requireNonNull(file.getParent()))) {
      others = files.filter(other -> !other.equals(file) && isLeft(name(other))).toList();
    }
    for (Path other : others) {
      Files.deleteIfExists(other);
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static boolean isLeft(String name) {
    Matcher archive = NAME.matcher(name);
    return archive.matches()
        && (archive.group(WRITER) == null
            || ProcessHandle.of(Long.parseLong(archive.group(WRITER))).isEmpty());
  }

  /** Java itself compares names, sizes and times, too, and leaves alone what does not fit. */
  private static String name(Path application, SparkHome spark) {
    List<String> parts = new ArrayList<>();
    parts.add(System.getProperty("java.home") + " " + System.getProperty("java.vm.version"));
    parts.add(described(application));
    try (Stream<Path> jars = Files.list(spark.jars())) {
      jars.sorted().map(ClassArchive::described).forEach(parts::add);
    } catch (IOException e) {
      throw new UnusableSparkException(
          "Spark's jars in %s cannot be listed (%s)".formatted(spark.jars(), e), e);
    }
    return DigestUtils.sha256Hex(String.join("\n", parts)).substring(0, NAME_LENGTH);
  }

  private static String described(Path jar) {
    long size = jar.toFile().length();
    long modified = jar.toFile().lastModified();
    return "%s %d %d".formatted(jar, size, modified);
  }
}
