package dev.hindsight.reports.overview;

import dev.hindsight.reports.overview.Quality.Code;
import dev.hindsight.reports.overview.Quality.Defects;
import dev.hindsight.reports.wording.Excerpt;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what is missing of the disputes that are opened from a date on. */
final class DisputeDefects {
  static final String UNMAPPED = "UNMAPPED";
  static final String UNKNOWN = "UNKNOWN";

  /** What there can be of codes without end, is counted no further. */
  private static final int MOST_CODES = 1_000;

  private static final int CODES_SHOWN = 5;
  private static final int CODE_LENGTH = 40;

  /** What of a dispute is looked at. */
  record Row(
      boolean isTransactionFound,
      String category,
      String cause,
      @Nullable String causeCode,
      LocalDate openedDate,
      @Nullable BigDecimal refundedAmount) {}

  private final LocalDate first;
  private final Map<String, Long> codes = new HashMap<>();
  private long count;
  private long unmatched;
  private long unmapped;
  private long withoutCategory;
  private long withoutRefund;

  DisputeDefects(LocalDate first) {
    this.first = first;
  }

  void add(Row row) {
    if (row.openedDate().isBefore(first)) {
      return;
    }
    count++;
    unmatched += row.isTransactionFound() ? 0 : 1;
    withoutCategory += row.category().equals(UNKNOWN) ? 1 : 0;
    withoutRefund += row.refundedAmount() == null ? 1 : 0;
    if (row.cause().equals(UNMAPPED)) {
      unmapped++;
      addCode(row.causeCode() == null ? "none" : row.causeCode());
    }
  }

  private void addCode(String code) {
    if (codes.size() < MOST_CODES || codes.containsKey(code)) {
      codes.merge(code, 1L, Long::sum);
    }
  }

  Defects defects() {
    return new Defects(count, unmatched, unmapped, withoutCategory, withoutRefund);
  }

  List<Code> unmappedCodes() {
    return codes.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(CODES_SHOWN)
        .map(code -> new Code(Excerpt.of(code.getKey(), CODE_LENGTH), code.getValue()))
        .toList();
  }
}
