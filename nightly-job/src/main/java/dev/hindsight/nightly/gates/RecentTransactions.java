package dev.hindsight.nightly.gates;

import static java.util.stream.Collectors.joining;

import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.datasets.lake.VersionManifest.Input;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.datasets.views.LakeViews;
import dev.hindsight.nightly.sql.LakeDatabase;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether the order lines of the last days are as many as have landed. */
record RecentTransactions(Candidate candidate, LakeDatabase marts) {
  private static final int DAYS = 7;

  /** UTC dates that the days of any time zone lie in. */
  private static final int ANY_ZONE = 1;

  private static final String LANDED =
      """
      SELECT CAST(timezone('%4$s', ordered_at) AS DATE) AS day, count(*) FROM transactions
      WHERE ordered_date BETWEEN DATE '%1$s' - %3$d AND DATE '%2$s' + %3$d
      GROUP BY day HAVING day BETWEEN DATE '%1$s' AND DATE '%2$s'""";

  Optional<String> disagreement() throws IOException {
    LocalDate last = candidate.asOfDate();
    LocalDate first = last.minusDays(DAYS - 1L);
    Map<LocalDate, Long> landed = landed(first, last);
    String days =
        first
            .datesUntil(last.plusDays(1))
            .map(day -> "(DATE '%s', %d)".formatted(day, landed.getOrDefault(day, 0L)))
            .collect(joining(", "));
    return Sums.disagreement(
        marts,
        """
        SELECT CAST(day AS VARCHAR), coalesce(transaction_count, 0), landed_count
        FROM (VALUES %s) AS landed(day, landed_count) LEFT JOIN daily_counts ON counted_date = day"""
            .formatted(days),
        "daily_counts.transaction_count and landed transactions");
  }

  private Map<LocalDate, Long> landed(LocalDate first, LocalDate last) throws IOException {
    List<Input> touched =
        candidate.landed().current().stream()
            .filter(file -> file.dataset().equals(Transaction.CONTRACT.name()))
            .filter(file -> touches(file, first.minusDays(ANY_ZONE), last.plusDays(ANY_ZONE)))
            .map(Input::of)
            .toList();
    String zone = candidate.manifest().reportingTimeZone();
    try (LakeDatabase landed = LakeDatabase.open(new LakeViews(candidate.lake(), null, touched))) {
      Map<LocalDate, Long> counts = new HashMap<>();
      for (List<@Nullable Object> row :
          Rows.of(landed, LANDED.formatted(first, last, ANY_ZONE, zone))) {
        counts.put(Objects.requireNonNull(Rows.date(row, 0)), Rows.number(row, 1));
      }
      return counts;
    }
  }

  private static boolean touches(LandedFile file, LocalDate first, LocalDate last) {
    return file.dates().stream().anyMatch(date -> !date.isBefore(first) && !date.isAfter(last));
  }
}
