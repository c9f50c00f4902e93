package dev.hindsight.ingest.landing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * SHA-256 of contents. A file is hashed once in a process, as long as its size and time of change
 * stay the same.
 */
final class ContentHash {
  private static final int BUFFER = 1 << 16;
  private static final Map<Seen, String> HASHES = new ConcurrentHashMap<>();

  private ContentHash() {}

  /** The hash of a file; whoever asks while another thread is at it waits for that. */
  static String of(Path file, BasicFileAttributes attributes) throws IOException {
    Seen seen = new Seen(file.toRealPath(), attributes.size(), attributes.lastModifiedTime());
    try {
      return HASHES.computeIfAbsent(seen, ignored -> of(file));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  static String of(String text) {
    return DigestUtils.sha256Hex(text);
  }

  private static String of(Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      return DigestUtils.sha256Hex(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Seen(Path file, long sizeBytes, FileTime modifiedAt) {}
}
