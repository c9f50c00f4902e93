package dev.hindsight.reports.wording;

import dev.hindsight.datasets.marts.ReportFinding;
import dev.hindsight.datasets.marts.SellerReport;
import org.jspecify.annotations.Nullable;

/** A report's findings, and the letters that mark their cases. */
public final class Findings {
  private static final int LETTERS = 26;

  private Findings() {}

  /** The finding of a cause; absent where there is none. */
  static @Nullable ReportFinding of(SellerReport report, String cause) {
    return report.findings().stream()
        .filter(finding -> finding.cause().equals(cause))
        .findFirst()
        .orElse(null);
  }

  /** The letter of a cause's finding; empty where there is none. */
  public static String mark(SellerReport report, String cause) {
    for (int i = 0; i < report.findings().size(); i++) {
      if (report.findings().get(i).cause().equals(cause)) {
        return i < LETTERS ? String.valueOf((char) ('A' + i)) : "Z" + (i - LETTERS + 1);
      }
    }
    return "";
  }
}
