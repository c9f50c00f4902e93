package dev.hindsight.ingest.profiles;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/** SHA-256 of texts, as hexadecimal digits: the same for the same texts, today and next year. */
final class ShortHash {
  /** Half of 2^64: two of ten million rows share one with a chance of 1 in 370,000. */
  private static final int BYTES = 8;

  private final MessageDigest digest = DigestUtils.getSha256Digest();

  /** Adds a text; absent is not the same as empty, nor "ab", "c" as "a", "bc". */
  ShortHash add(@Nullable String text) {
    byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, text == null ? -1 : bytes.length));
    digest.update(bytes);
    return this;
  }

  /** The first 16 digits of what was added. */
  String digits() {
    return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
  }
}
