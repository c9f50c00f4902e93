package dev.hindsight.reports.cases;

/** A stranger's text in a cell that no spreadsheet takes for a formula. */
final class SpreadsheetText {
  private static final int LONGEST = 500;

  /** What begins a formula, in ASCII and full width, and what hides such a beginning. */
  private static final String DANGEROUS = "=+-@\uff1d\uff0b\uff0d\uff20\t\r\n\0";

  private SpreadsheetText() {}

  static String of(String text) {
    String cut =
        text.codePointCount(0, Math.min(text.length(), 2 * LONGEST)) > LONGEST
            ? text.substring(0, text.offsetByCodePoints(0, LONGEST))
            : text;
    String plain = plain(cut);
    return !cut.isEmpty() && DANGEROUS.indexOf(cut.charAt(0)) >= 0 ? "'" + plain : plain;
  }

  /** On one line, and nothing that a file cannot hold. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints()
        .map(character -> Character.isISOControl(character) ? ' ' : character)
        .map(character -> isHalf(character) ? 0xFFFD : character)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static boolean isHalf(int character) {
    return Character.getType(character) == Character.SURROGATE;
  }
}
