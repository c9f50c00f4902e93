package dev.hindsight.ingest.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Finds out why bytes are not UTF-8. */
final class Utf8 {
  private static final int BLOCK = 1 << 16;

  private Utf8() {}

  /** The first byte that is not UTF-8, counted from 1; 0 when all are. */
  static long firstMalformedByte(InputStream in) throws IOException {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer bytes = ByteBuffer.allocate(BLOCK);
    CharBuffer characters = CharBuffer.allocate(BLOCK);
    long decoded = 0;
    boolean isAtEnd = false;
    while (!isAtEnd) {
      isAtEnd = !fill(bytes, in);
      bytes.flip();
      CoderResult result = decoder.decode(bytes, characters.clear(), isAtEnd);
      decoded += bytes.position();
      if (result.isError()) {
        return decoded + 1;
      }
      bytes.compact();
    }
    return 0;
  }

  private static boolean fill(ByteBuffer bytes, InputStream in) throws IOException {
    int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
    bytes.position(bytes.position() + Math.max(count, 0));
    return count >= 0;
  }
}
