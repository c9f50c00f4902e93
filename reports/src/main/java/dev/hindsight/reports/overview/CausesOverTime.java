package dev.hindsight.reports.overview;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Disputes and refunded money of the latest months, by cause.
 *
 * @param months by which the disputes were opened, oldest first, without gaps
 * @param causes those with most disputes first; the last one can be all others together
 * @param currency of the refunds; absent where there is no dispute
 * @param isLastMonthComplete whether the last month has ended by the as-of date
 */
public record CausesOverTime(
    List<LocalDate> months,
    List<Cause> causes,
    @Nullable String currency,
    boolean isLastMonthComplete) {

  public CausesOverTime {
    months = List.copyOf(months);
    causes = List.copyOf(causes);
  }

  /** A cause's disputes, and their refunds so far, month by month. */
  public record Cause(String name, List<Long> disputes, List<BigDecimal> refunds) {
    public Cause {
      disputes = List.copyOf(disputes);
      refunds = List.copyOf(refunds);
    }

    public long disputeCount() {
      return disputes.stream().mapToLong(Long::longValue).sum();
    }

    public BigDecimal refunded() {
      return refunds.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  public boolean hasRefunds() {
    return causes.stream().anyMatch(cause -> cause.refunded().signum() != 0);
  }

  /** All causes' disputes of a month, by its place. */
  public long disputesOf(int month) {
    return causes.stream().mapToLong(cause -> cause.disputes().get(month)).sum();
  }

  /** All causes' refunds of a month, by its place. */
  public BigDecimal refundsOf(int month) {
    return causes.stream()
        .map(cause -> cause.refunds().get(month))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
