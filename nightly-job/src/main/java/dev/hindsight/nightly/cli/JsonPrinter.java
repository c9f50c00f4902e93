package dev.hindsight.nightly.cli;

import dev.hindsight.nightly.sql.QueryRows;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Rows as JSON, an array of objects, a row a line. */
final class JsonPrinter implements QueryRows {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final PrintWriter out;
  private List<String> names = List.of();
  private boolean isFirst = true;

  JsonPrinter(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void columns(List<String> columnNames) {
    names = columnNames;
    out.println("[");
  }

  @Override
  public void row(List<@Nullable Object> values) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    for (int column = 0; column < names.size(); column++) {
      row.put(names.get(column), plain(values.get(column)));
    }
    out.print(isFirst ? "" : ",\n");
    out.print(JSON.writeValueAsString(row));
    isFirst = false;
  }

  @Override
  public void end() {
    out.println(isFirst ? "]" : "\n]");
    out.flush();
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return value == null || value instanceof Number || value instanceof Boolean
        ? value
        : CellText.of(value);
  }
}
