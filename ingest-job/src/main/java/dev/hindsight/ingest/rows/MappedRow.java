package dev.hindsight.ingest.rows;

import java.util.List;

/**
 * What a row of a file is to its feed: one row or several, or problems for which it is none. With
 * neither it is left out on purpose.
 */
public record MappedRow(List<FeedRow> rows, List<Problem> problems) {
  /** A row that the mapping leaves out on purpose. */
  public static final MappedRow LEFT_OUT = new MappedRow(List.of(), List.of());

  public MappedRow {
    rows = List.copyOf(rows);
    problems = List.copyOf(problems);
  }

  public static MappedRow of(FeedRow row) {
    return new MappedRow(List.of(row), List.of());
  }

  public static MappedRow rejected(List<Problem> problems) {
    return new MappedRow(List.of(), problems);
  }
}
