package dev.hindsight.ingest.csv;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a file into parts of about one size, each between two rows. A line end within quotes ends no
 * row: whether a byte is within quotes is known from how many quotes come before it.
 *
 * <p>Eight bytes are looked at in one step; bytes are told one by one only near a cut. What breaks
 * the rules of quotes is cut anywhere, and refused by whoever reads the part that breaks them.
 */
final class RowBoundaries {
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int BUFFER = 1 << 18;
  private static final long EVERY_BYTE = 0x0101010101010101L;
  private static final long SEVEN_BITS = 0x7F7F7F7F7F7F7F7FL;

  private final boolean isQuoted;
  private final long partBytes;
  private final List<CsvPart> parts = new ArrayList<>();
  private long bufferStart;
  private long partStart;
  private long partLine = 1;
  private long lineEnds;
  private boolean isInQuotes;
  private boolean afterCarriageReturn;

  private RowBoundaries(boolean isQuoted, long partBytes) {
    this.isQuoted = isQuoted;
    this.partBytes = partBytes;
  }

  /** The parts of a file, in order; the last may be half as long again as the others. */
  static List<CsvPart> of(Path file, CsvFormat format, long partBytes) throws IOException {
    long size = Files.size(file);
    if (size < partBytes + partBytes / 2) {
      return List.of(CsvPart.WHOLE);
    }
    RowBoundaries boundaries = new RowBoundaries(format.isQuoted(), partBytes);
    try (InputStream in = Files.newInputStream(file)) {
      boundaries.scan(in, size - partBytes / 2);
    }
    return boundaries.parts();
  }

  private List<CsvPart> parts() {
    parts.add(new CsvPart(parts.size(), partStart, CsvPart.TO_THE_END, partLine));
    return parts;
  }

  private void scan(InputStream in, long lastCut) throws IOException {
    byte[] buffer = new byte[BUFFER];
    int length = in.readNBytes(buffer, 0, BUFFER);
    while (length > 0 && partStart + partBytes < lastCut) {
      scan(buffer, length);
      bufferStart += length;
      length = in.readNBytes(buffer, 0, BUFFER);
    }
  }

  private void scan(byte[] buffer, int length) {
    int at = 0;
    while (at < length) {
      if (at + Long.BYTES <= length && bufferStart + at + Long.BYTES < partStart + partBytes) {
        word(buffer, at);
        at += Long.BYTES;
      } else {
        one(buffer[at], bufferStart + at);
        at++;
      }
    }
  }

  private void word(byte[] buffer, int at) {
    long word = (long) WORD.get(buffer, at);
    if (afterCarriageReturn || count(word, '\r') > 0) {
      for (int i = at; i < at + Long.BYTES; i++) {
        one(buffer[i], bufferStart + i);
      }
      return;
    }
    lineEnds += count(word, '\n');
    isInQuotes ^= isQuoted && (count(word, '"') & 1) == 1;
  }

  /** How many of the word's bytes are the character: each of those becomes zero, and is counted. */
  private static int count(long word, char character) {
    long others = word ^ (EVERY_BYTE * character);
    return Long.bitCount(~(((others & SEVEN_BITS) + SEVEN_BITS) | others | SEVEN_BITS));
  }

  private void one(byte character, long position) {
    boolean endsLine = character == '\n' || afterCarriageReturn;
    if (endsLine) {
      lineEnds++;
      cutAt(character == '\n' ? position + 1 : position);
    }
    afterCarriageReturn = character == '\r';
    isInQuotes ^= isQuoted && character == '"';
  }

  private void cutAt(long position) {
    if (!isInQuotes && position >= partStart + partBytes) {
      parts.add(new CsvPart(parts.size(), partStart, position, partLine));
      partStart = position;
      partLine = lineEnds + 1;
    }
  }
}
