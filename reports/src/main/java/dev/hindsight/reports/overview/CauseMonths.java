package dev.hindsight.reports.overview;

import dev.hindsight.reports.overview.CausesOverTime.Cause;
import dev.hindsight.reports.wording.CauseNames;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds up the rows of {@code outcomes} by cause and month. */
final class CauseMonths {
  static final int MOST_MONTHS = 24;
  static final int MOST_CAUSES = 8;
  private static final Sum NOTHING = new Sum(0, BigDecimal.ZERO);

  /** What of a row of {@code outcomes} is added up. */
  record Row(
      String cause,
      LocalDate openedMonth,
      long disputeCount,
      @Nullable BigDecimal refundedAmount,
      String currency) {}

  private record Sum(long disputes, BigDecimal refunded) {
    Sum plus(Sum other) {
      return new Sum(disputes + other.disputes, refunded.add(other.refunded));
    }
  }

  private final Map<String, TreeMap<LocalDate, Sum>> sums = new HashMap<>();
  private @Nullable String currency;

  void add(Row row) {
    BigDecimal refunded = row.refundedAmount() == null ? BigDecimal.ZERO : row.refundedAmount();
    sums.computeIfAbsent(row.cause(), cause -> new TreeMap<>())
        .merge(row.openedMonth(), new Sum(row.disputeCount(), refunded), Sum::plus);
    currency = row.currency();
  }

  CausesOverTime asOf(LocalDate date) {
    List<LocalDate> months = months();
    List<Cause> causes =
        sums.keySet().stream()
            .map(cause -> cause(cause, months))
            .filter(cause -> cause.disputeCount() > 0)
            .sorted(Comparator.comparing(Cause::disputeCount).reversed().thenComparing(Cause::name))
            .toList();
    boolean isComplete =
        months.isEmpty()
            || !date.isBefore(months.get(months.size() - 1).plusMonths(1).minusDays(1));
    return new CausesOverTime(months, fewest(causes), currency, isComplete);
  }

  private List<LocalDate> months() {
    List<LocalDate> months = new ArrayList<>();
    sums.values().stream()
        .map(TreeMap::lastKey)
        .max(Comparator.naturalOrder())
        .ifPresent(
            last -> {
              LocalDate first =
                  sums.values().stream()
                      .map(TreeMap::firstKey)
                      .min(Comparator.naturalOrder())
                      .orElse(last);
              LocalDate earliest = last.minusMonths(MOST_MONTHS - 1L);
              LocalDate begin = first.isBefore(earliest) ? earliest : first;
              begin.datesUntil(last.plusDays(1), Period.ofMonths(1)).forEach(months::add);
            });
    return months;
  }

  private Cause cause(String cause, List<LocalDate> months) {
    Map<LocalDate, Sum> byMonth = sums.getOrDefault(cause, new TreeMap<>());
    List<Sum> inOrder = months.stream().map(month -> byMonth.getOrDefault(month, NOTHING)).toList();
    return new Cause(
        CauseNames.of(cause),
        inOrder.stream().map(Sum::disputes).toList(),
        inOrder.stream().map(Sum::refunded).toList());
  }

  private static List<Cause> fewest(List<Cause> causes) {
    if (causes.size() <= MOST_CAUSES) {
      return causes;
    }
    List<Cause> shown = new ArrayList<>(causes.subList(0, MOST_CAUSES - 1));
    causes.subList(MOST_CAUSES - 1, causes.size()).stream()
        .reduce(CauseMonths::together)
        .map(rest -> new Cause("all others", rest.disputes(), rest.refunds()))
        .ifPresent(shown::add);
    return shown;
  }

  private static Cause together(Cause one, Cause other) {
    List<Long> disputes = new ArrayList<>();
    List<BigDecimal> refunds = new ArrayList<>();
    for (int i = 0; i < one.disputes().size(); i++) {
      disputes.add(one.disputes().get(i) + other.disputes().get(i));
      refunds.add(one.refunds().get(i).add(other.refunds().get(i)));
    }
    return new Cause(one.name(), disputes, refunds);
  }
}
