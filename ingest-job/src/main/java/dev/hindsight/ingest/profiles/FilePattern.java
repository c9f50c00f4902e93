package dev.hindsight.ingest.profiles;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Which files a profile is for, by their names: a glob, whatever the case. A file may also be
 * packed: {@code dispute_report_*.csv} takes {@code .csv.gz}, {@code .csv.zip} and {@code .zip}.
 */
record FilePattern(String glob, PathMatcher matcher) {

  /**
   * The pattern of a glob.
   *
   * @throws java.util.regex.PatternSyntaxException when it is none
   */
  static FilePattern of(String glob) {
    String lower = glob.toLowerCase(Locale.ROOT);
    return new FilePattern(glob, FileSystems.getDefault().getPathMatcher("glob:" + lower));
  }

  boolean matches(String fileName) {
    return unpackedNames(fileName.toLowerCase(Locale.ROOT)).anyMatch(this::isMatch);
  }

  private boolean isMatch(String name) {
    try {
      return matcher.matches(Path.of(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** The name, and those that the unpacked file could have. */
  private Stream<String> unpackedNames(String name) {
    String unpacked = unpacked(name);
    return name.endsWith(".zip")
        ? Stream.of(name, unpacked, unpacked + extension())
        : Stream.of(name, unpacked);
  }

  /** The name without {@code .gz} or {@code .zip}. */
  static String unpacked(String name) {
    return name.replaceFirst("(?i)\\.(gz|zip)$", "");
  }

  private String extension() {
    int dot = glob.lastIndexOf('.');
    String extension = dot < 0 ? "" : glob.substring(dot).toLowerCase(Locale.ROOT);
    return extension.matches("\\.\\w+") ? extension : "";
  }
}
