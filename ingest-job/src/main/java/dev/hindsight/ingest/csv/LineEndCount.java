package dev.hindsight.ingest.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Counts the quotes and line ends of a stretch of a file. A carriage return ends a line as soon as
 * the byte behind it is known: with a line feed behind it, both are one end. Eight bytes are looked
 * at in one step.
 */
final class LineEndCount {
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long EVERY_BYTE = 0x0101010101010101L;
  private static final long SEVEN_BITS = 0x7F7F7F7F7F7F7F7FL;

  private long quotes;
  private long lineEnds;
  private boolean beginsWithLineFeed;
  private boolean isBegun;
  private boolean afterCarriageReturn;

  /** Counts the next bytes of the stretch. */
  void add(byte[] bytes, int length) {
    if (!isBegun && length > 0) {
      isBegun = true;
      beginsWithLineFeed = bytes[0] == '\n';
    }
    int at = 0;
    for (; at + Long.BYTES <= length; at += Long.BYTES) {
      long word = (long) WORD.get(bytes, at);
      if (afterCarriageReturn || count(word, '\r') > 0) {
        one(bytes, at, at + Long.BYTES);
      } else {
        lineEnds += count(word, '\n');
        quotes += count(word, '"');
      }
    }
    one(bytes, at, length);
  }

  /** How many of the word's bytes are the character: each of those becomes zero, and is counted. */
  private static int count(long word, char character) {
    long others = word ^ (EVERY_BYTE * character);
    return Long.bitCount(~(((others & SEVEN_BITS) + SEVEN_BITS) | others | SEVEN_BITS));
  }

  private void one(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      byte character = bytes[i];
      lineEnds += character == '\n' || afterCarriageReturn ? 1 : 0;
      quotes += character == '"' ? 1 : 0;
      afterCarriageReturn = character == '\r';
    }
  }

  long quotes() {
    return quotes;
  }

  /**
   * Line ends that are known in the stretch.
   *
   * @param isAfterCarriageReturn whether the byte before the stretch is one
   */
  long lineEnds(boolean isAfterCarriageReturn) {
    return lineEnds + (isAfterCarriageReturn && isBegun && !beginsWithLineFeed ? 1 : 0);
  }

  boolean endsWithCarriageReturn() {
    return afterCarriageReturn;
  }
}
