package dev.hindsight.analytics.truth;

import java.util.ArrayList;
import java.util.List;

/** A page with a table of forecasts; what is written around the table is left as it is. */
record ForecastPage(String text) {
  private static final String HEADER =
      "| data | to | family | pairs | average | raw | shrunken | best | gain over average | gain over raw |";
  private static final String RULE = "|---|---|---|---|---|---|---|---|---|---|";

  /** A page with nothing but an empty table. */
  static final ForecastPage EMPTY = new ForecastPage(HEADER + "\n" + RULE + "\n");

  ForecastPage {
    if (!text.contains(HEADER + "\n" + RULE + "\n")) {
      throw new IllegalArgumentException("The page has no table with the columns " + HEADER);
    }
  }

  /** The page with these rows in the place of all rows of the same data. */
  ForecastPage with(String data, List<String> rows) {
    int start = text.indexOf(HEADER) + HEADER.length() + RULE.length() + 2;
    List<String> table =
        text.substring(start).lines().takeWhile(line -> line.startsWith("|")).toList();
    int end = start + table.stream().mapToInt(row -> row.length() + 1).sum();
    List<String> others = table.stream().filter(row -> !isOf(row, data)).toList();
    int place = (int) table.stream().takeWhile(row -> !isOf(row, data)).count();
    List<String> updated = new ArrayList<>(others);
    updated.addAll(Math.min(place, others.size()), rows);
    StringBuilder page = new StringBuilder(text.substring(0, start));
    updated.forEach(row -> page.append(row).append('\n'));
    return new ForecastPage(page.append(text.substring(Math.min(end, text.length()))).toString());
  }

  private static boolean isOf(String row, String data) {
    return row.startsWith("| " + data + " |");
  }
}
