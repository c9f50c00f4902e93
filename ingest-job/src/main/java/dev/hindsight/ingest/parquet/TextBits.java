package dev.hindsight.ingest.parquet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks at eight bytes of a text at once. */
final class TextBits {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

  private TextBits() {}

  /**
   * The text's first eight bytes, the first of them the highest; zeros where it has fewer. Texts
   * are in the order of these as unsigned numbers, as far as they differ.
   */
  static long prefix(byte[] utf8, int start, int end) {
    int length = end - start;
    if (length >= Long.BYTES) {
      return (long) LONGS.get(utf8, start);
    }
    if (length == 0) {
      return 0;
    }
    int missingBits = Byte.SIZE * (Long.BYTES - length);
    return start + Long.BYTES <= utf8.length
        ? (long) LONGS.get(utf8, start) >>> missingBits << missingBits
        : collected(utf8, start, end) << missingBits;
  }

  private static long collected(byte[] utf8, int start, int end) {
    long bits = 0;
    for (int i = start; i < end; i++) {
      bits = bits << Byte.SIZE | (utf8[i] & 0xFF);
    }
    return bits;
  }

  /** A hash of eight bytes, in which every bit counts; its higher bits are the better ones. */
  static long hash(long bits) {
    long product = bits * MIX;
    return (product ^ product >>> 29) * MIX;
  }

  /** A hash of a text of more than eight bytes, in which every byte counts. */
  static long hash(byte[] utf8, int start, int end) {
    long hash = end - start;
    int last = end - Long.BYTES;
    for (int at = start; at < last; at += Long.BYTES) {
      hash = hash(hash ^ (long) LONGS.get(utf8, at));
    }
    return hash(hash ^ (long) LONGS.get(utf8, last));
  }

  /** Copies a text, and what is behind it in its last eight bytes, if both arrays have so many. */
  static void copy(byte[] from, int start, int end, byte[] to, int at) {
    int rounded = (end - start + Long.BYTES - 1) & -Long.BYTES;
    if (rounded > 4 * Long.BYTES || start + rounded > from.length || at + rounded > to.length) {
      System.arraycopy(from, start, to, at, end - start);
      return;
    }
    for (int i = 0; i < rounded; i += Long.BYTES) {
      LONGS.set(to, at + i, (long) LONGS.get(from, start + i));
    }
  }
}
