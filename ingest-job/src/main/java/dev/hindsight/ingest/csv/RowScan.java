package dev.hindsight.ingest.csv;

import java.util.Arrays;

/** Where the next row of some bytes ends, and where its cells are. Not safe for several threads. */
final class RowScan {
  /** How the scan of a row came out. */
  enum End {
    /** The row and its cells are found. */
    PLAIN,
    /** The row is one that must be read with care: quotes that are not around a cell, or a NUL. */
    NOT_PLAIN,
    /** The bytes end before the row does. */
    NEEDS_MORE,
    /** There are no more bytes. */
    NOTHING_LEFT
  }

  private static final byte TEXT = 0;
  private static final byte DELIMITER = 1;
  private static final byte LINE_END = 2;
  private static final byte QUOTE = 3;
  private static final byte NUL = 4;
  private static final byte HIGH = 5;

  private final byte[] kinds = new byte[256];
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private int cellCount;
  private int rowEnd;
  private boolean hasHighBytes;

  RowScan(char delimiter) {
    Arrays.fill(kinds, 128, 256, HIGH);
    kinds[delimiter] = DELIMITER;
    kinds['\n'] = LINE_END;
    kinds['\r'] = LINE_END;
    kinds['"'] = QUOTE;
    kinds[0] = NUL;
  }

  /**
   * Looks for the next row.
   *
   * @param isAtEnd whether no bytes follow
   */
  End scan(byte[] bytes, int from, int limit, boolean isAtEnd) {
    cellCount = 0;
    hasHighBytes = false;
    if (from == limit) {
      return isAtEnd ? End.NOTHING_LEFT : End.NEEDS_MORE;
    }
    int at = from;
    while (true) {
      int cellStart = at;
      boolean isQuoted = at < limit && bytes[at] == '"';
      at = isQuoted ? closingQuote(bytes, at + 1, limit) : endOfText(bytes, at, limit);
      if (at < 0) {
        return End.NOT_PLAIN;
      }
      if (at == limit && !isAtEnd) {
        return End.NEEDS_MORE;
      }
      if (isQuoted) {
        if (at == limit) {
          return End.NOT_PLAIN;
        }
        at++;
        if (at == limit && !isAtEnd) {
          return End.NEEDS_MORE;
        }
      }
      addCell(isQuoted ? cellStart + 1 : cellStart, isQuoted ? at - 1 : at);
      byte kind = at == limit ? LINE_END : kinds[bytes[at] & 0xFF];
      if (kind == LINE_END) {
        return lineEnd(bytes, at, limit, isAtEnd);
      }
      if (kind != DELIMITER) {
        return End.NOT_PLAIN;
      }
      at++;
    }
  }

  /** The first byte that does not belong to an unquoted cell; negative where that is not plain. */
  private int endOfText(byte[] bytes, int from, int limit) {
    byte[] kind = kinds;
    int at = from;
    while (at < limit) {
      byte found = kind[bytes[at] & 0xFF];
      if (found == HIGH) {
        hasHighBytes = true;
      } else if (found != TEXT) {
        return found == QUOTE || found == NUL ? -1 : at;
      }
      at++;
    }
    return at;
  }

  /** The next quote; negative where something else comes first that is not plain. */
  private int closingQuote(byte[] bytes, int from, int limit) {
    byte[] kind = kinds;
    int at = from;
    while (at < limit) {
      byte found = kind[bytes[at] & 0xFF];
      if (found == QUOTE) {
        return at;
      }
      if (found == LINE_END || found == NUL) {
        return -1;
      }
      hasHighBytes |= found == HIGH;
      at++;
    }
    return at;
  }

  private End lineEnd(byte[] bytes, int at, int limit, boolean isAtEnd) {
    boolean mayBePair = at < limit && bytes[at] == '\r';
    if (mayBePair && at + 1 == limit && !isAtEnd) {
      return End.NEEDS_MORE;
    }
    boolean isPair = mayBePair && at + 1 < limit && bytes[at + 1] == '\n';
    rowEnd = Math.min(limit, at + (isPair ? 2 : 1));
    return rowEnd - firstByte() > StrictCsvCharacters.LONGEST_ROW ? End.NOT_PLAIN : End.PLAIN;
  }

  private int firstByte() {
    return starts[0];
  }

  private void addCell(int start, int end) {
    if (cellCount == starts.length) {
      starts = Arrays.copyOf(starts, 2 * cellCount);
      ends = Arrays.copyOf(ends, 2 * cellCount);
    }
    starts[cellCount] = start;
    ends[cellCount++] = end;
  }

  /** Where the row ends by counting quotes; negative where the bytes end before it does. */
  int endByQuotes(byte[] bytes, int from, int limit) {
    boolean isInQuotes = false;
    for (int at = from; at < limit; at++) {
      isInQuotes ^= bytes[at] == '"';
      if (!isInQuotes && kinds[bytes[at] & 0xFF] == LINE_END) {
        boolean mayBePair = bytes[at] == '\r';
        if (mayBePair && at + 1 == limit) {
          return -1;
        }
        return mayBePair && bytes[at + 1] == '\n' ? at + 2 : at + 1;
      }
    }
    return -1;
  }

  /** Makes it the row of the last scan. */
  void show(CsvRow row, long line, byte[] bytes) {
    row.show(line, bytes, starts, ends, cellCount);
  }

  int cellCount() {
    return cellCount;
  }

  int cellStart(int cell) {
    return starts[cell];
  }

  int cellEnd(int cell) {
    return ends[cell];
  }

  /** The first byte behind the row and its line end. */
  int rowEnd() {
    return rowEnd;
  }

  /** Whether the row has bytes beyond ASCII. */
  boolean hasHighBytes() {
    return hasHighBytes;
  }
}
