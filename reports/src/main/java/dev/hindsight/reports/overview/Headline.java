package dev.hindsight.reports.overview;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The window in a few numbers, over all sellers.
 *
 * @param refunded absent where no refund could be summed
 */
public record Headline(
    long sellers,
    long lines,
    long disputedLines,
    long openedDisputes,
    @Nullable BigDecimal refunded,
    @Nullable String currency) {
  private static final double PER = 1_000;
  static final Headline NOTHING = new Headline(0, 0, 0, 0, null, null);

  /** What of a scorecard is added up. */
  record Row(
      long transactionCount,
      long disputedTransactionCount,
      long openedDisputeCount,
      @Nullable BigDecimal refundedAmount,
      String currency) {}

  Headline plus(Row row) {
    return new Headline(
        sellers + 1,
        lines + row.transactionCount(),
        disputedLines + row.disputedTransactionCount(),
        openedDisputes + row.openedDisputeCount(),
        sum(refunded, row.refundedAmount()),
        row.currency());
  }

  private static @Nullable BigDecimal sum(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.add(other);
  }

  /** Disputed order lines of a thousand; absent without any order line. */
  public @Nullable Double perThousand() {
    return lines == 0 ? null : PER * disputedLines / lines;
  }
}
