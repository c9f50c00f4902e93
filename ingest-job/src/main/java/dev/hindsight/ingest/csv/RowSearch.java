package dev.hindsight.ingest.csv;

import java.io.IOException;
import java.io.InputStream;

/** Looks for the end of a row, byte by byte from somewhere in a file. */
final class RowSearch {
  private static final int BUFFER = 1 << 12;

  private boolean isInQuotes;
  private boolean afterCarriageReturn;
  private long position;
  private long lineEnds;

  /**
   * A search that has not begun.
   *
   * @param isInQuotes whether the byte at the position is within quotes
   * @param afterCarriageReturn whether the byte before it is one
   */
  RowSearch(boolean isInQuotes, boolean afterCarriageReturn, long position) {
    this.isInQuotes = isInQuotes;
    this.afterCarriageReturn = afterCarriageReturn;
    this.position = position;
  }

  /**
   * Moves on to the first byte behind the end of a row.
   *
   * @param in at the position
   * @param most bytes to look at
   * @return whether there is one
   */
  boolean find(InputStream in, boolean isQuoted, long most) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long left = most;
    int length = in.read(buffer);
    while (length > 0 && left > 0) {
      for (int i = 0; i < length; i++) {
        if (endsRow(buffer[i])) {
          return true;
        }
        isInQuotes ^= isQuoted && buffer[i] == '"';
      }
      left -= length;
      length = in.read(buffer);
    }
    return false;
  }

  private boolean endsRow(byte character) {
    boolean isLineFeed = character == '\n';
    boolean endsLine = isLineFeed || afterCarriageReturn;
    afterCarriageReturn = character == '\r';
    lineEnds += endsLine ? 1 : 0;
    boolean endsRow = endsLine && !isInQuotes;
    // A carriage return is known to end the row only with the first byte of the next.
    position += endsRow && !isLineFeed ? 0 : 1;
    return endsRow;
  }

  /** The byte it has come to. */
  long position() {
    return position;
  }

  /** Line ends that it has passed. */
  long lineEnds() {
    return lineEnds;
  }
}
