package dev.hindsight.reports.wording;

import dev.hindsight.datasets.marts.ReportFinding;
import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.datasets.marts.SellerReport.MonthLine;
import dev.hindsight.reports.wording.ReportPage.MonthColumn;
import dev.hindsight.reports.wording.ReportPage.Months;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Disputes of the first finding, or of all causes, by month; absent where there is nothing to see
 * the course of.
 */
record MonthWording(SellerReport report, Voice voice) {
  private static final int SHOWN = 12;
  private static final long TELLING = 3;

  @Nullable Months months() {
    ReportFinding first = report.findings().isEmpty() ? null : report.findings().get(0);
    List<MonthLine> all = first == null ? report.months() : first.months();
    List<MonthLine> shown = all.subList(Math.max(0, all.size() - SHOWN), all.size());
    long highest = shown.stream().mapToLong(MonthLine::openedCount).max().orElse(0);
    long sum = shown.stream().mapToLong(MonthLine::openedCount).sum();
    if (shown.size() < 2 || sum < TELLING) {
      return null;
    }
    return new Months(
        first == null
            ? voice.say("months.title")
            : voice.say("months.titleCause", voice.cause(first.cause(), first.label())),
        text(shown),
        shown.stream().map(month -> column(month, highest)).toList());
  }

  private MonthColumn column(MonthLine month, long highest) {
    return new MonthColumn(
        voice.formats().month(month.month()),
        voice.formats().count(month.openedCount()),
        (int) Math.round(100.0 * month.openedCount() / highest));
  }

  private String text(List<MonthLine> shown) {
    LocalDate last = shown.get(shown.size() - 1).month();
    String text = voice.say("months.text");
    return isInPart(last)
        ? text + " " + voice.say("months.part", voice.formats().month(last))
        : text;
  }

  /** Months are counted whole, but for one that was not over on the date. */
  private boolean isInPart(LocalDate month) {
    return month.with(TemporalAdjusters.lastDayOfMonth()).isAfter(report.windowEndDate());
  }
}
