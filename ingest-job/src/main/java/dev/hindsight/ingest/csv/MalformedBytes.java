package dev.hindsight.ingest.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/** Finds out why bytes cannot be decoded. */
final class MalformedBytes {
  private static final int BLOCK = 1 << 16;

  private MalformedBytes() {}

  /**
   * The first byte that cannot be decoded.
   *
   * @param position counted from 1; 0 when there is none
   */
  record First(long position, int value) {}

  static First in(InputStream in, Charset charset) throws IOException {
    CharsetDecoder decoder = charset.newDecoder();
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
        return new First(decoded + 1, Byte.toUnsignedInt(bytes.get(bytes.position())));
      }
      bytes.compact();
    }
    return new First(0, 0);
  }

  private static boolean fill(ByteBuffer bytes, InputStream in) throws IOException {
    int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
    bytes.position(bytes.position() + Math.max(count, 0));
    return count >= 0;
  }
}
