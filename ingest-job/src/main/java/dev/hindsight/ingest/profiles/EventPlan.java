package dev.hindsight.ingest.profiles;

import java.util.List;
import java.util.stream.Stream;

/**
 * One of the events that a row of the source stands for.
 *
 * @param name tells the events of a row apart; part of their ids
 * @param when all must hold for the row to have the event
 * @param columns its own, over those that all events share
 */
record EventPlan(String name, List<Condition> when, List<ColumnPlan> columns) {
  EventPlan {
    when = List.copyOf(when);
    columns = List.copyOf(columns);
  }

  Stream<String> columnNames() {
    return Stream.concat(
        when.stream().map(Condition::column), columns.stream().flatMap(ColumnPlan::columnNames));
  }

  /** Whether it fills that column of the feed. */
  boolean fills(String column) {
    return columns.stream().anyMatch(plan -> plan.column().equals(column));
  }
}
