package dev.hindsight.nightly.gates;

import dev.hindsight.nightly.sql.LakeDatabase;
import dev.hindsight.nightly.sql.QueryRows;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The few rows that a question of a gate is answered with. */
final class Rows implements QueryRows {
  private final List<List<@Nullable Object>> rows = new ArrayList<>();

  private Rows() {}

  static List<List<@Nullable Object>> of(LakeDatabase database, String sql) throws IOException {
    Rows answer = new Rows();
    database.query(sql, answer);
    return Collections.unmodifiableList(answer.rows);
  }

  static long number(List<@Nullable Object> row, int column) {
    return ((Number) Objects.requireNonNull(row.get(column))).longValue();
  }

  static @Nullable LocalDate date(List<@Nullable Object> row, int column) {
    return (LocalDate) row.get(column);
  }

  @Override
  public void columns(List<String> names) {}

  @Override
  public void row(List<@Nullable Object> values) {
    rows.add(values);
  }

  @Override
  public void end() {}
}
