package dev.hindsight.ingest.rows;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a row.
 *
 * @param column absent when it is the row as a whole
 * @param shownValue shortened and printable; absent where there is none, or it could be personal
 * @param detail what the reason's words leave open
 */
public record Problem(
    SourceLocation at,
    @Nullable String column,
    Reason reason,
    @Nullable String shownValue,
    String detail) {
  private static final int SHOWN_LENGTH = 40;
  private static final Set<String> PERSONAL_COLUMNS = Set.of("buyer_id", "email", "name");

  /** A problem of a cell with that text. */
  static Problem of(
      SourceLocation at, String column, Reason reason, @Nullable String text, String detail) {
    String shownValue = text == null || PERSONAL_COLUMNS.contains(column) ? null : shown(text);
    return new Problem(at, column, reason, shownValue, detail);
  }

  /** What is wrong and what would be right. */
  public String message() {
    return reason.words(detail);
  }

  /** The whole of it, as {@code file:line: column: "value" is wrong; what would be right}. */
  public String text() {
    String place = "%s:%d: ".formatted(at.fileName(), at.line());
    String subject = column == null ? "the row " : column + ": ";
    String value = shownValue == null ? "" : "\"" + shownValue + "\" ";
    return place + subject + value + message();
  }

  private static String shown(String text) {
    boolean isLong = text.codePointCount(0, text.length()) > SHOWN_LENGTH;
    String start = isLong ? text.substring(0, text.offsetByCodePoints(0, SHOWN_LENGTH)) : text;
    StringBuilder printable = new StringBuilder();
    start.codePoints().forEach(character -> appendPrintable(printable, character));
    return isLong ? printable + "…" : printable.toString();
  }

  private static void appendPrintable(StringBuilder printable, int character) {
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
