package dev.hindsight.reports;

import dev.hindsight.datasets.landed.ReportFrequency;
import dev.hindsight.reports.due.SellerNews;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The few columns of {@code seller_reports} that decide whether a report is sent. */
record NewsRow(String sellerId, @Nullable String email) {
  SellerNews news() {
    return new SellerNews(sellerId, email, ReportFrequency.WEEKLY, List.of(), List.of());
  }
}
