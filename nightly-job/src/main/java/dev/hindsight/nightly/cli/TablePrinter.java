package dev.hindsight.nightly.cli;

import dev.hindsight.nightly.sql.QueryRows;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows as an aligned table. Its widths come from the first rows; a wider cell further down pushes
 * its line.
 */
final class TablePrinter implements QueryRows {
  private static final int ROWS_MEASURED = 1_000;
  private static final int WIDEST = 60;

  private final PrintWriter out;
  private final List<List<String>> measured = new ArrayList<>();
  private final List<Boolean> isNumber = new ArrayList<>();
  private int[] widths = new int[0];
  private boolean isMeasuring = true;
  private long rowCount;

  TablePrinter(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void columns(List<String> names) {
    List<String> titles = names.stream().map(TablePrinter::oneLine).toList();
    measured.add(titles);
    widths = titles.stream().mapToInt(String::length).toArray();
    names.forEach(name -> isNumber.add(true));
  }

  @Override
  public void row(List<@Nullable Object> values) {
    rowCount++;
    List<String> cells = values.stream().map(CellText::of).map(TablePrinter::oneLine).toList();
    if (!isMeasuring) {
      print(cells);
      return;
    }
    for (int column = 0; column < widths.length; column++) {
      widths[column] = Math.max(widths[column], Math.min(WIDEST, cells.get(column).length()));
      Object value = values.get(column);
      isNumber.set(column, isNumber.get(column) && (value == null || value instanceof Number));
    }
    measured.add(cells);
    if (measured.size() > ROWS_MEASURED) {
      printMeasured();
    }
  }

  @Override
  public void end() {
    if (isMeasuring) {
      printMeasured();
    }
    out.println(rowCount == 1 ? "(1 row)" : "(%d rows)".formatted(rowCount));
    out.flush();
  }

  private void printMeasured() {
    isMeasuring = false;
    print(measured.get(0));
    List<String> rule = new ArrayList<>();
    for (int width : widths) {
      rule.add("-".repeat(width));
    }
    print(rule);
    measured.subList(1, measured.size()).forEach(this::print);
    measured.clear();
  }

  private void print(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String cell = cells.get(column);
      String padding = " ".repeat(Math.max(0, widths[column] - cell.length()));
      line.append(column == 0 ? "" : "  ")
          .append(isNumber.get(column) ? padding + cell : cell + padding);
    }
    out.println(line.toString().stripTrailing());
  }

  private static String oneLine(String cell) {
    return cell.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ");
  }
}
