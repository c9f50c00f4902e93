package dev.hindsight.reports.wording;

/**
 * A stranger's text on one line: no control characters, no marks that turn the direction of what
 * follows, no line breaks, and no longer than there is room for.
 */
public final class Excerpt {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int REPLACEMENT = 0xFFFD;
  private static final String ELLIPSIS = "…";

  private Excerpt() {}

  /** The text, cut to that many characters; an ellipsis says that it was cut. */
  public static String of(String text, int maxLength) {
    StringBuilder line = new StringBuilder();
    text.codePoints().limit(4L * maxLength).forEach(character -> append(line, character));
    String clean = line.toString().strip();
    if (clean.codePointCount(0, clean.length()) <= maxLength) {
      return clean;
    }
    return clean.substring(0, clean.offsetByCodePoints(0, maxLength - 1)).strip() + ELLIPSIS;
  }

  private static void append(StringBuilder line, int character) {
    if (isGap(character)) {
      if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
        line.append(' ');
      }
    } else if (Character.getType(character) == Character.SURROGATE) {
      line.appendCodePoint(REPLACEMENT);
    } else if (!isInvisible(character)) {
      line.appendCodePoint(character);
    }
  }

  private static boolean isGap(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.isISOControl(character);
  }

  /** Format characters, among them the marks of direction; emoji and some scripts need joiners. */
  private static boolean isInvisible(int character) {
    return Character.getType(character) == Character.FORMAT
        && character != ZERO_WIDTH_JOINER
        && character != ZERO_WIDTH_NON_JOINER;
  }
}
