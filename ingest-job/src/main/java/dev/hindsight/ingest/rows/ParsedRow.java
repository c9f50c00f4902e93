package dev.hindsight.ingest.rows;

import java.util.List;
import java.util.function.Function;

/**
 * What became of a row: taken, or refused with all its problems.
 *
 * @param <T> the row's contract
 */
public sealed interface ParsedRow<T> {

  /** Whatever the caller makes of it; a case that is not decided does not compile. */
  <R> R fold(Function<T, R> onAccepted, Function<List<Problem>, R> onRejected);

  /** A row that is taken. */
  record Accepted<T>(T row) implements ParsedRow<T> {
    @Override
    public <R> R fold(Function<T, R> onAccepted, Function<List<Problem>, R> onRejected) {
      return onAccepted.apply(row);
    }
  }

  /** A row that is not taken. */
  record Rejected<T>(List<Problem> problems) implements ParsedRow<T> {
    public Rejected {
      problems = List.copyOf(problems);
    }

    @Override
    public <R> R fold(Function<T, R> onAccepted, Function<List<Problem>, R> onRejected) {
      return onRejected.apply(problems);
    }
  }
}
