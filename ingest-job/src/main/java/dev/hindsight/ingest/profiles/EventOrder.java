package dev.hindsight.ingest.profiles;

import dev.hindsight.ingest.rows.Reason;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order in which the events of a row must have happened; of one that is not, the row is wrong.
 */
record EventOrder(List<String> names) {

  /** An event of a row. */
  record Happened(BoundEvent event, RowDraft draft) {
    @Nullable Instant at() {
      String occurredAt = event.occurredAt(draft);
      return occurredAt == null ? null : Instant.parse(occurredAt);
    }

    String text() {
      return event.timeText(draft.source());
    }
  }

  /** Notes every event that is before one it has to follow. */
  void check(List<Happened> events) {
    List<Happened> sorted =
        events.stream()
            .filter(happened -> names.contains(happened.event().name()))
            .sorted(Comparator.comparingInt(happened -> names.indexOf(happened.event().name())))
            .toList();
    for (int i = 1; i < sorted.size(); i++) {
      checkPair(sorted.get(i - 1), sorted.get(i));
    }
  }

  private static void checkPair(Happened earlier, Happened later) {
    Instant first = earlier.at();
    Instant second = later.at();
    if (first != null && second != null && second.isBefore(first)) {
      String detail = "%s %s".formatted(earlier.event().timeName().name(), earlier.text());
      later.draft().add(later.event().timeName(), Reason.OUT_OF_ORDER, later.text(), detail);
    }
  }
}
