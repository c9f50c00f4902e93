package dev.hindsight.ingest.batches;

import dev.hindsight.ingest.rows.ParsedRow;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The dates of rows, none of them before 1970. */
final class DistinctDates {
  private final BitSet days = new BitSet();

  /** Adds a date, in days since 1970; nothing for a row that has none. */
  void add(long epochDay) {
    if (epochDay != ParsedRow.NO_DAY) {
      days.set(Math.toIntExact(epochDay));
    }
  }

  /** Absent when there is none. */
  @Nullable LocalDate first() {
    return days.isEmpty() ? null : LocalDate.ofEpochDay(days.nextSetBit(0));
  }

  /** Absent when there is none. */
  @Nullable LocalDate last() {
    return days.isEmpty() ? null : LocalDate.ofEpochDay(days.length() - 1);
  }

  List<LocalDate> inOrder() {
    return days.stream().mapToObj(LocalDate::ofEpochDay).toList();
  }
}
