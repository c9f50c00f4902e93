package dev.hindsight.reports.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A text in UTF-8 as ASCII lines of at most 76 characters (RFC 2045, 6.7), whatever its line ends
 * were. Jakarta Mail's own took a third of the time of a report: it goes byte by byte through
 * streams that lock.
 */
final class QuotedPrintable {
  private static final byte[] DIGITS = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

  /** The last place of a line is for the mark that it goes on. */
  private static final int WIDTH = 75;

  /** An encoded character, behind the end of a line that was too short for it. */
  private static final int MOST_AT_ONCE = 6;

  private final byte[] text;
  private byte[] encoded;
  private int length;
  private int column;

  private QuotedPrintable(byte[] text) {
    this.text = text;
    encoded = new byte[text.length + text.length / 8 + MOST_AT_ONCE];
  }

  static byte[] of(String text) {
    return new QuotedPrintable(text.getBytes(StandardCharsets.UTF_8)).encode();
  }

  private byte[] encode() {
    for (int place = 0; place < text.length; place++) {
      if (length + MOST_AT_ONCE > encoded.length) {
        encoded = Arrays.copyOf(encoded, encoded.length + encoded.length / 2);
      }
      byte character = text[place];
      if (character == '\r' || character == '\n') {
        place += isPair(place) ? 1 : 0;
        endLine();
      } else if (isPlain(character, place)) {
        room(1);
        encoded[length++] = character;
      } else {
        room(3);
        encoded[length++] = '=';
        encoded[length++] = DIGITS[character >> 4 & 0xF];
        encoded[length++] = DIGITS[character & 0xF];
      }
    }
    return Arrays.copyOf(encoded, length);
  }

  private boolean isPair(int place) {
    return text[place] == '\r' && place + 1 < text.length && text[place + 1] == '\n';
  }

  /** A space that a relay could cut off is none. */
  private boolean isPlain(byte character, int place) {
    return character == ' '
        ? place + 1 < text.length && text[place + 1] != '\r' && text[place + 1] != '\n'
        : character > ' ' && character <= '~' && character != '=';
  }

  private void endLine() {
    encoded[length++] = '\r';
    encoded[length++] = '\n';
    column = 0;
  }

  private void room(int characters) {
    column += characters;
    if (column > WIDTH) {
      encoded[length++] = '=';
      endLine();
      column = characters;
    }
  }
}
