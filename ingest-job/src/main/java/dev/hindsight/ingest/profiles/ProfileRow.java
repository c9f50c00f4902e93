package dev.hindsight.ingest.profiles;

import dev.hindsight.ingest.rows.FeedRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of a feed that a profile made. */
final class ProfileRow implements FeedRow {
  private final long line;
  private final @Nullable String[] cells;
  private final List<SourceName> names;

  ProfileRow(long line, @Nullable String[] cells, List<SourceName> names) {
    this.line = line;
    this.cells = cells;
    this.names = names;
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public @Nullable String cell(int column) {
    return cells[column];
  }

  @Override
  public String columnName(int column) {
    return names.get(column).name();
  }
}
