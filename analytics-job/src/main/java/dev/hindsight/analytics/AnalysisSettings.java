package dev.hindsight.analytics;

import dev.hindsight.datasets.lake.AdviceHoldout;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a version counts by.
 *
 * @param windowDays length of the window in days
 * @param reportingCurrency ISO-4217 code; absent: the commonest currency of what was sold, else of
 *     what was disputed
 * @param adviceHoldout who gets no recommendations
 * @param isRebuild whether everything is made of what has landed, and nothing of what is kept
 */
record AnalysisSettings(
    LocalDate asOfDate,
    int windowDays,
    @Nullable String reportingCurrency,
    ZoneId zone,
    AdviceHoldout adviceHoldout,
    boolean isRebuild) {

  /** Everybody is advised. */
  AnalysisSettings(
      LocalDate asOfDate, int windowDays, @Nullable String reportingCurrency, ZoneId zone) {
    this(asOfDate, windowDays, reportingCurrency, zone, AdviceHoldout.NONE, false);
  }

  AnalysisSettings {
    if (windowDays < 1 || windowDays > 366) {
      throw new IllegalArgumentException(
          "A window of %d days is not possible; write 1 to 366".formatted(windowDays));
    }
    if (reportingCurrency != null && !reportingCurrency.matches("[A-Z]{3}")) {
      throw new IllegalArgumentException(
          "'%s' is no currency; write an ISO-4217 code such as EUR".formatted(reportingCurrency));
    }
  }
}
