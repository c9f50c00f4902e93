package dev.hindsight.ingest.landing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * SHA-256 of contents. A file is hashed once in a process, as long as its size and time of change
 * stay the same.
 */
final class ContentHash {
  private static final Map<Seen, String> HASHES = new ConcurrentHashMap<>();

  private ContentHash() {}

  static String of(Path file, BasicFileAttributes attributes) throws IOException {
    Seen seen = new Seen(file.toRealPath(), attributes.size(), attributes.lastModifiedTime());
    String known = HASHES.get(seen);
    if (known != null) {
      return known;
    }
    String hash = of(file);
    HASHES.put(seen, hash);
    return hash;
  }

  static String of(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String of(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private record Seen(Path file, long sizeBytes, FileTime modifiedAt) {}
}
