package dev.hindsight.ingest.rows;

import dev.hindsight.ingest.csv.Printable;
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
  private static final Set<String> PERSONAL_COLUMNS = Set.of("buyer_id", "email", "name", "reason");

  /** A problem of a cell with that text. */
  public static Problem of(
      SourceLocation at, String column, Reason reason, @Nullable String text, String detail) {
    String shownValue =
        text == null || PERSONAL_COLUMNS.contains(column) ? null : Printable.shown(text);
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
}
