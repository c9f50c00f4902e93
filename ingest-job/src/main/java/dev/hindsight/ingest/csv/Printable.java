package dev.hindsight.ingest.csv;

/** Text of a file as a message may show it: shortened, and nothing in it that a terminal obeys. */
public final class Printable {
  private static final int SHOWN_LENGTH = 40;

  private Printable() {}

  /** The beginning of the text, control characters escaped. */
  public static String shown(String text) {
    boolean isLong = text.codePointCount(0, text.length()) > SHOWN_LENGTH;
    String start = isLong ? text.substring(0, text.offsetByCodePoints(0, SHOWN_LENGTH)) : text;
    StringBuilder printable = new StringBuilder();
    start.codePoints().forEach(character -> append(printable, character));
    return isLong ? printable + "…" : printable.toString();
  }

  private static void append(StringBuilder printable, int character) {
    switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          printable.append("\\u%04X".formatted(character));
      default -> printable.appendCodePoint(character);
    }
  }
}
