package dev.hindsight.ingest.batches;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a part of a file came to, or a file: written when its last row has been.
 *
 * @param readCount rows of the file
 * @param acceptedCount rows that the dataset has of them; a row of the file may become several
 * @param rejectedCount rows of the file that were not taken
 * @param leftOutCount rows of the file that its profile leaves out on purpose
 * @param dates the distinct dates of accepted rows, in order
 * @param unusedColumns columns of the file that were not read
 * @param firstProblem the first thing that was wrong with a row
 * @param refusal why the file cannot be taken at all
 */
record PartOutcome(
    long readCount,
    long acceptedCount,
    long rejectedCount,
    long leftOutCount,
    List<LocalDate> dates,
    List<String> unusedColumns,
    @Nullable String firstProblem,
    @Nullable String refusal) {
  PartOutcome {
    dates = List.copyOf(dates);
    unusedColumns = List.copyOf(unusedColumns);
  }

  static PartOutcome refused(String why) {
    return new PartOutcome(0, 0, 0, 0, List.of(), List.of(), null, why);
  }

  /** Of the parts together; what came first is what the first of them says. */
  static PartOutcome sum(List<PartOutcome> parts) {
    TreeSet<LocalDate> dates = new TreeSet<>();
    parts.forEach(part -> dates.addAll(part.dates));
    return new PartOutcome(
        parts.stream().mapToLong(PartOutcome::readCount).sum(),
        parts.stream().mapToLong(PartOutcome::acceptedCount).sum(),
        parts.stream().mapToLong(PartOutcome::rejectedCount).sum(),
        parts.stream().mapToLong(PartOutcome::leftOutCount).sum(),
        List.copyOf(dates),
        parts.stream().flatMap(part -> part.unusedColumns.stream()).distinct().toList(),
        first(parts, PartOutcome::firstProblem),
        first(parts, PartOutcome::refusal));
  }

  private static @Nullable String first(
      List<PartOutcome> parts, Function<PartOutcome, @Nullable String> text) {
    for (PartOutcome part : parts) {
      String found = text.apply(part);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
