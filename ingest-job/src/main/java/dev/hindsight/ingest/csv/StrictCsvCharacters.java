package dev.hindsight.ingest.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Passes a file's characters on while they follow RFC 4180, without a byte order mark.
 *
 * <p>Commons CSV takes a quote inside an unquoted cell as text, and after some errors returns the
 * tail of a broken record as a record: what reaches it has been checked here.
 */
final class StrictCsvCharacters extends FilterReader {
  /** In characters; a longer row is most likely an unclosed quote. */
  static final int LONGEST_ROW = 1 << 20;

  /** No row that may be taken has more, in any encoding. */
  static final int MOST_BYTES = 4 * LONGEST_ROW;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private enum Place {
    CELL_START,
    UNQUOTED,
    QUOTED,
    AFTER_QUOTE
  }

  private final String fileName;
  private final char delimiter;

  /** Which of the first characters mean something; all others are text. */
  private final boolean[] hasMeaning = new boolean[128];

  private Place place = Place.CELL_START;
  private boolean atStart = true;
  private long carriageReturnAt = -2;
  private long passed;
  private long line;
  private long rowLine;
  private long quoteLine;
  private long rowLength;

  StrictCsvCharacters(CsvFile file, Reader characters, long firstLine) {
    super(characters);
    fileName = file.name();
    delimiter = file.format().delimiter();
    line = firstLine;
    rowLine = firstLine;
    quoteLine = firstLine;
    hasMeaning[0] = true;
    hasMeaning['\n'] = true;
    hasMeaning['\r'] = true;
    hasMeaning['"'] = file.format().isQuoted();
    hasMeaning[delimiter] = true;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int count = readAfterMark(buffer, offset, length);
    if (count < 0 && place == Place.QUOTED) {
      throw refused(quoteLine, "a quote is opened and never closed; close it, or double it");
    }
    check(buffer, offset, offset + Math.max(count, 0));
    return count;
  }

  private int readAfterMark(char[] buffer, int offset, int length) throws IOException {
    int count = in.read(buffer, offset, length);
    if (!atStart || count <= 0) {
      return count;
    }
    atStart = false;
    if (buffer[offset] != BYTE_ORDER_MARK) {
      return count;
    }
    System.arraycopy(buffer, offset + 1, buffer, offset, count - 1);
    return count > 1 ? count - 1 : in.read(buffer, offset, length);
  }

  private void check(char[] buffer, int from, int to) {
    int rowStart = from;
    for (int i = from; i < to; i++) {
      char character = buffer[i];
      if (character < hasMeaning.length && hasMeaning[character]) {
        boolean endsRow = meaning(character, passed + i - from);
        if (endsRow) {
          requireLength(i - rowStart);
          rowLength = 0;
          rowStart = i + 1;
          rowLine = line;
        }
      } else if (place != Place.UNQUOTED && place != Place.QUOTED) {
        text();
      }
    }
    requireLength(to - rowStart);
    passed += to - from;
  }

  private void requireLength(int more) {
    rowLength += more;
    if (rowLength > LONGEST_ROW) {
      throw refused(
          rowLine,
          "a row is longer than %d characters; look for an unclosed quote".formatted(LONGEST_ROW));
    }
  }

  /**
   * Whether the character ends a row.
   *
   * @param at how many characters come before it
   */
  private boolean meaning(char character, long at) {
    if (character == 0) {
      throw refused(line, "there is a NUL byte; export the file again, as text");
    }
    if (character == '"') {
      quote();
      return false;
    }
    countLine(character, at);
    if (place == Place.QUOTED) {
      return false;
    }
    place = Place.CELL_START;
    return character != delimiter;
  }

  private void quote() {
    switch (place) {
      case CELL_START -> {
        quoteLine = line;
        place = Place.QUOTED;
      }
      case QUOTED -> place = Place.AFTER_QUOTE;
      case AFTER_QUOTE -> place = Place.QUOTED;
      case UNQUOTED ->
          throw refused(
              line,
              "there is a quote inside an unquoted cell; quote the cell and double the quote");
    }
  }

  private void text() {
    if (place == Place.AFTER_QUOTE) {
      throw refused(line, "there is text after a closing quote; double quotes inside a cell");
    }
    place = Place.UNQUOTED;
  }

  private void countLine(char character, long at) {
    boolean isSecondOfPair = character == '\n' && at == carriageReturnAt + 1;
    if (character == '\r') {
      carriageReturnAt = at;
    }
    if (character != delimiter && !isSecondOfPair) {
      line++;
    }
  }

  private FileRefusedException refused(long at, String why) {
    return new FileRefusedException("%s:%d: %s".formatted(fileName, at, why));
  }
}
