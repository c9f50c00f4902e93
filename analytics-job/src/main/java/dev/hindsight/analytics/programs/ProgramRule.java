package dev.hindsight.analytics.programs;

import dev.hindsight.datasets.marts.BoundOperator;
import dev.hindsight.datasets.marts.ProgramMetric;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A bound of a programme, and the dates that it holds.
 *
 * @param tier what one is, or is no longer, within it
 * @param minimumNumeratorCount events below which the programme does not act
 * @param metricDays the days that it looks at
 * @param sparse more days, for sellers with fewer orders in those
 * @param note what the programme counts, and how what is counted here differs
 */
record ProgramRule(
    String program,
    String tier,
    ProgramMetric metric,
    BoundOperator operator,
    double bound,
    @Nullable Long minimumNumeratorCount,
    int metricDays,
    @Nullable SparseDays sparse,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    String note,
    String source) {

  /**
   * The days that count instead where a seller has few.
   *
   * @param belowCount orders in the usual days below which they do
   */
  record SparseDays(int days, long belowCount) {}

  ProgramRule {
    if (!(bound > 0 && bound < 1)) {
      throw new IllegalArgumentException(
          "%s, %s: a bound of %s is no rate; write 0 to 1".formatted(program, metric, bound));
    }
    if (minimumNumeratorCount != null && !operator.isUpper()) {
      throw new IllegalArgumentException(
          "%s, %s: a least number of events goes with an upper bound only"
              .formatted(program, metric));
    }
    if (metricDays < 1 || validFrom != null && validTo != null && validTo.isBefore(validFrom)) {
      throw new IllegalArgumentException(
          "%s, %s: %d days, valid from %s to %s"
              .formatted(program, metric, metricDays, validFrom, validTo));
    }
  }
}
