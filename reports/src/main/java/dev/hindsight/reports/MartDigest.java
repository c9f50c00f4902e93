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

/** Changes when the content of a version's {@code seller_reports} does. */
final class MartDigest {
  private MartDigest() {}

  /** The digest; of nothing, where the version has no such mart. */
  static String of(Lake lake, VersionName version) {
    Path mart = lake.version(version).resolve(SellerReport.CONTRACT.name());
    MessageDigest sha256 = DigestUtils.getSha256Digest();
    try {
      for (Path file : files(mart)) {
        sha256.update(Files.readAllBytes(file));
      }
      return HexFormat.of().formatHex(sha256.digest());
    } catch (IOException e) {
      throw new UncheckedIOException("Mart %s cannot be read".formatted(mart), e);
    }
  }

  private static List<Path> files(Path mart) throws IOException {
    if (!Files.isDirectory(mart)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(mart)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
