package dev.hindsight.reports.due;

import java.time.LocalDate;
import java.util.List;

/** A report that was sent, or may have been: what the seller may have read last. */
public record SentReport(LocalDate asOfDate, List<ReportedFinding> findings) {
  public SentReport {
    findings = List.copyOf(findings);
  }
}
