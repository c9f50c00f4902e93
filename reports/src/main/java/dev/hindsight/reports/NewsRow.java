package dev.hindsight.reports;

import dev.hindsight.datasets.landed.ReportFrequency;
import dev.hindsight.datasets.marts.ReportAlarm;
import dev.hindsight.datasets.marts.ReportFinding;
import dev.hindsight.reports.due.ReportedFinding;
import dev.hindsight.reports.due.SellerNews;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The few columns of {@code seller_reports} that decide whether a report is sent. */
record NewsRow(
    String sellerId,
    @Nullable String email,
    ReportFrequency reportFrequency,
    List<ReportFinding> findings,
    List<ReportAlarm> alarms) {

  SellerNews news() {
    return new SellerNews(
        sellerId,
        email,
        reportFrequency,
        findings.stream().map(NewsRow::reported).toList(),
        alarms.stream().map(alarm -> alarm.cause() + " " + alarm.weekStartDate()).toList());
  }

  private static ReportedFinding reported(ReportFinding finding) {
    return new ReportedFinding(
        finding.cause(), finding.ratio(), finding.ratioLow(), finding.ratioHigh());
  }
}
