package dev.hindsight.reports.overview;

import dev.hindsight.datasets.marts.ProcessStep;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where disputes' time goes: between which events.
 *
 * @param steps those that took most time together, most first
 * @param leftOutCount pairs of events beyond those
 * @param leftOutShare of all time, what passed between them; absent where no time passed
 */
public record ProcessTimes(List<Step> steps, long leftOutCount, @Nullable Double leftOutShare) {
  static final int MOST_STEPS = 12;

  public ProcessTimes {
    steps = List.copyOf(steps);
  }

  /**
   * Two events of which the one directly followed the other.
   *
   * @param share of all time between events; absent where no time passed
   */
  public record Step(
      String from,
      String to,
      long count,
      double medianHours,
      double p90Hours,
      @Nullable Double share) {}

  /** What of a row of {@code process_steps} is shown. */
  record Row(
      String fromEventType,
      String toEventType,
      long pairCount,
      double medianHours,
      double p90Hours,
      double totalHours,
      @Nullable Double throughputShare) {
    Step step() {
      return new Step(
          Figures.words(fromEventType),
          Figures.words(toEventType),
          pairCount,
          medianHours,
          p90Hours,
          throughputShare);
    }
  }

  static ProcessTimes of(Marts marts) throws IOException {
    List<Row> rows = new ArrayList<>();
    marts.read(ProcessStep.CONTRACT, Row.class, rows::add);
    return of(rows);
  }

  static ProcessTimes of(List<Row> rows) {
    List<Step> steps =
        rows.stream()
            .sorted(
                Comparator.comparing(Row::totalHours)
                    .reversed()
                    .thenComparing(Row::fromEventType)
                    .thenComparing(Row::toEventType))
            .map(Row::step)
            .toList();
    List<Step> rest = steps.subList(Math.min(MOST_STEPS, steps.size()), steps.size());
    return new ProcessTimes(
        steps.subList(0, steps.size() - rest.size()),
        rest.size(),
        rest.stream().map(Step::share).anyMatch(Objects::isNull)
            ? null
            : rest.stream().map(Step::share).mapToDouble(Objects::requireNonNull).sum());
  }
}
