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

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private enum Place {
    CELL_START,
    UNQUOTED,
    QUOTED,
    AFTER_QUOTE
  }

  private final String fileName;
  private Place place = Place.CELL_START;
  private boolean atStart = true;
  private boolean afterCarriageReturn;
  private long line = 1;
  private long rowLine = 1;
  private long quoteLine = 1;
  private int rowLength;

  StrictCsvCharacters(String fileName, Reader characters) {
    super(characters);
    this.fileName = fileName;
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
    for (int i = offset; i < offset + count; i++) {
      check(buffer[i]);
    }
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

  private void check(char character) {
    if (character == 0) {
      throw refused(line, "there is a NUL byte; export the file again, as text");
    }
    countLines(character);
    switch (place) {
      case QUOTED -> {
        if (character == '"') {
          place = Place.AFTER_QUOTE;
        }
      }
      case AFTER_QUOTE -> afterQuote(character);
      case CELL_START -> {
        quoteLine = line;
        place = character == '"' ? Place.QUOTED : unquoted(character);
      }
      case UNQUOTED -> place = unquoted(character);
    }
    if (++rowLength > LONGEST_ROW) {
      throw refused(
          rowLine,
          "a row is longer than %d characters; look for an unclosed quote".formatted(LONGEST_ROW));
    }
  }

  private void countLines(char character) {
    boolean isSecondOfPair = character == '\n' && afterCarriageReturn;
    afterCarriageReturn = character == '\r';
    if (isLineEnd(character) && !isSecondOfPair) {
      line++;
    }
  }

  private Place unquoted(char character) {
    if (character == '"') {
      throw refused(
          line, "there is a quote inside an unquoted cell; quote the cell and double the quote");
    }
    return endsCell(character) ? Place.CELL_START : Place.UNQUOTED;
  }

  private void afterQuote(char character) {
    if (character == '"') {
      place = Place.QUOTED;
    } else if (endsCell(character)) {
      place = Place.CELL_START;
    } else {
      throw refused(line, "there is text after a closing quote; double quotes inside a cell");
    }
  }

  private boolean endsCell(char character) {
    if (isLineEnd(character)) {
      rowLine = line;
      rowLength = 0;
    }
    return character == ',' || isLineEnd(character);
  }

  private static boolean isLineEnd(char character) {
    return character == '\n' || character == '\r';
  }

  private FileRefusedException refused(long at, String why) {
    return new FileRefusedException("%s:%d: %s".formatted(fileName, at, why));
  }
}
