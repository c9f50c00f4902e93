package dev.hindsight.ingest.batches;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file would come to if it landed.
 *
 * @param format how it was read
 * @param acceptedCount rows that the dataset would have of it
 * @param firstDate of its accepted rows; absent where they have none
 * @param problems every kind of problem in it, the commonest first
 * @param refusal why nothing of it would be taken; absent when it would land
 */
public record CheckResult(
    String fileName,
    String dataset,
    String format,
    long readCount,
    long acceptedCount,
    long rejectedCount,
    long leftOutCount,
    @Nullable LocalDate firstDate,
    @Nullable LocalDate lastDate,
    List<String> unusedColumns,
    List<ProblemCount> problems,
    @Nullable String refusal) {
  public CheckResult {
    unusedColumns = List.copyOf(unusedColumns);
    problems = List.copyOf(problems);
  }

  /**
   * How often a column has a kind of problem.
   *
   * @param example the first, in words
   */
  public record ProblemCount(@Nullable String column, String reason, long count, String example) {}

  /** Whether whoever wrote the file should look at it again. */
  public boolean hasProblems() {
    return refusal != null || rejectedCount > 0;
  }
}
