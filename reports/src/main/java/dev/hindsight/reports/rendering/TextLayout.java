package dev.hindsight.reports.rendering;

import java.util.Locale;

/** Lines of plain text, none wider than mail programs show without folding. */
final class TextLayout {
  static final int WIDTH = 72;

  private final StringBuilder text = new StringBuilder();

  /** A heading above a rule, after a blank line. */
  void heading(String heading) {
    blank();
    paragraph(heading);
    text.append("-".repeat(WIDTH)).append('\n');
  }

  /** The one heading that everybody reads. */
  void headline(String headline, Locale locale) {
    blank();
    paragraph(headline.toUpperCase(locale));
  }

  void paragraph(String paragraph) {
    item("", paragraph);
  }

  /** A paragraph that hangs behind a mark. */
  void item(String mark, String item) {
    StringBuilder line = new StringBuilder(mark);
    String hanging = " ".repeat(mark.length());
    boolean isBegun = false;
    for (String word : item.split(" +", -1)) {
      if (isBegun && length(line) + 1 + length(word) > WIDTH) {
        end(line, hanging);
        isBegun = false;
      }
      line.append(isBegun ? " " : "");
      append(line, word, hanging);
      isBegun = true;
    }
    end(line, "");
  }

  void blank() {
    text.append('\n');
  }

  /** Breaks a word that is wider than a line. */
  private void append(StringBuilder line, String word, String hanging) {
    String rest = word;
    while (length(line) + length(rest) > WIDTH) {
      int room = rest.offsetByCodePoints(0, WIDTH - length(line));
      line.append(rest, 0, room);
      rest = rest.substring(room);
      end(line, hanging);
    }
    line.append(rest);
  }

  private void end(StringBuilder line, String next) {
    text.append(line.toString().stripTrailing()).append('\n');
    line.setLength(0);
    line.append(next);
  }

  private static int length(CharSequence line) {
    return Character.codePointCount(line, 0, line.length());
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
