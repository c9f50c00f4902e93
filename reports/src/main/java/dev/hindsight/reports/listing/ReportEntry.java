package dev.hindsight.reports.listing;

import dev.hindsight.datasets.marts.SellerReport.Comparison;
import dev.hindsight.reports.message.MailAddress;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The few columns of {@code seller_reports} that a list of reports needs. */
public record ReportEntry(
    String sellerId,
    @Nullable String sellerName,
    @Nullable String email,
    long orderCount,
    Comparison total,
    long waitingCount,
    LocalDate windowStartDate,
    LocalDate windowEndDate) {

  /** Most disputed orders beyond what is usual first; those that nothing is usual for last. */
  public static final Comparator<ReportEntry> MOST_EXCESS_FIRST =
      Comparator.comparing(ReportEntry::excess)
          .thenComparing(entry -> entry.total().observedCount())
          .reversed()
          .thenComparing(ReportEntry::sellerId);

  /** Disputed orders beyond what is usual; as low as can be where nothing is. */
  double excess() {
    Double expected = total.expectedCount();
    return expected == null ? Double.NEGATIVE_INFINITY : total.observedCount() - expected;
  }

  /** Where the report can be sent. */
  public Optional<MailAddress> address() {
    return MailAddress.of(email);
  }
}
