package dev.hindsight.reports;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.marts.SellerReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Changes when the content of a version's {@code seller_reports} does, or the version is made anew:
 * its manifest stands for the other marts, which the overview shows and which may be large.
 */
final class VersionDigest {
  private VersionDigest() {}

  /** The digest; of nothing, where the version has neither mart nor manifest. */
  static String of(Lake lake, VersionName version) {
    Path folder = lake.version(version);
    MessageDigest sha256 = DigestUtils.getSha256Digest();
    try {
      for (Path file : files(folder)) {
        sha256.update(Files.readAllBytes(file));
      }
      return HexFormat.of().formatHex(sha256.digest());
    } catch (IOException e) {
      throw new UncheckedIOException("Version %s cannot be read".formatted(folder), e);
    }
  }

  private static List<Path> files(Path version) throws IOException {
    Path mart = version.resolve(SellerReport.CONTRACT.name());
    try (Stream<Path> rows = Files.isDirectory(mart) ? Files.list(mart) : Stream.empty()) {
      return Stream.concat(rows.sorted(), Stream.of(version.resolve(Lake.VERSION_MANIFEST)))
          .filter(Files::isRegularFile)
          .toList();
    }
  }
}
