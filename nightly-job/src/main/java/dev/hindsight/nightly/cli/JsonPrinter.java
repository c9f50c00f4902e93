package dev.hindsight.nightly.cli;

import dev.hindsight.nightly.sql.QueryRows;
import java.io.PrintWriter;
import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBStruct;
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
    if (value == null || value instanceof Number || value instanceof Boolean) {
      return value;
    }
    try {
      return value instanceof Array || value instanceof DuckDBStruct
          ? nested(value)
          : CellText.of(value);
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB gave a value that cannot be read", e);
    }
  }

  private static Object nested(Object value) throws SQLException {
    if (value instanceof Array list) {
      return Arrays.stream((Object[]) list.getArray()).map(JsonPrinter::plain).toList();
    }
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    ((DuckDBStruct) value).getMap().forEach((name, field) -> fields.put(name, plain(field)));
    return fields;
  }
}
