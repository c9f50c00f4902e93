package dev.hindsight.reports.wording;

import dev.hindsight.datasets.marts.FadedFinding;
import dev.hindsight.datasets.marts.ReportAlarm;
import dev.hindsight.datasets.marts.ReportFinding;
import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.datasets.marts.SellerReport.CauseLine;
import dev.hindsight.datasets.marts.SellerReport.Comparison;
import dev.hindsight.reports.wording.ReportPage.News;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What changed since the last report; what has faded comes first. Where the last report is not
 * known, what the mart saw fade within a week.
 */
record NewsWording(SellerReport report, @Nullable LastReport last, Voice voice) {
  private static final int MOST_ALARMS = 2;

  List<News> news() {
    List<News> news = new ArrayList<>();
    faded().forEach(faded -> news.add(new News(true, text(faded))));
    if (last != null) {
      sinceLast(news, last);
    }
    report.alarms().stream()
        .filter(this::isNew)
        .limit(MOST_ALARMS)
        .forEach(alarm -> news.add(new News(false, text(alarm))));
    return news;
  }

  private void sinceLast(List<News> news, LastReport known) {
    String date = voice.formats().date(known.asOfDate());
    List<ReportFinding> found =
        report.findings().stream()
            .filter(finding -> !known.findingCauses().contains(finding.cause()))
            .toList();
    for (ReportFinding finding : found) {
      String label = voice.cause(finding.cause(), finding.label());
      news.add(new News(false, voice.say("news.new", date, label)));
    }
    if (found.isEmpty() && news.isEmpty()) {
      news.add(new News(true, voice.say("news.nothing", date)));
    }
  }

  /** An alarm is told once: by the report that follows the end of its week. */
  private boolean isNew(ReportAlarm alarm) {
    return last == null || alarm.weekStartDate().plusDays(6).isAfter(last.asOfDate());
  }

  /** What the last report named and is found no longer. */
  List<FadedFinding> faded() {
    if (last == null) {
      return report.fadedFindings();
    }
    Set<String> found =
        report.findings().stream().map(ReportFinding::cause).collect(Collectors.toSet());
    return last.findingCauses().stream()
        .filter(cause -> !found.contains(cause))
        .filter(cause -> !isStillFlagged(cause))
        .sorted()
        .map(this::faded)
        .toList();
  }

  /** Such as a finding whose cause is no longer the seller's to answer for. */
  private boolean isStillFlagged(String cause) {
    return report.causes().stream()
        .anyMatch(line -> line.cause().equals(cause) && line.isFlagged());
  }

  private FadedFinding faded(String cause) {
    return report.fadedFindings().stream()
        .filter(finding -> finding.cause().equals(cause))
        .findFirst()
        .orElseGet(() -> ofCauses(cause));
  }

  private FadedFinding ofCauses(String cause) {
    Comparison none = new Comparison(0, null, null, null);
    CauseLine line =
        report.causes().stream()
            .filter(known -> known.cause().equals(cause))
            .findFirst()
            .orElse(null);
    Comparison now = line == null ? none : line.comparison();
    return new FadedFinding(
        cause,
        line == null ? cause : line.label(),
        now.observedCount(),
        now.expectedCount(),
        now.usualLow(),
        now.usualHigh(),
        0,
        null);
  }

  private String text(FadedFinding faded) {
    String label = voice.cause(faded.cause(), faded.label());
    String now = voice.count(faded.observedCount());
    long days = Voice.days(report);
    if (faded.previousObservedCount() == 0) {
      return voice.say("news.fadedPlain", label, now);
    }
    return faded.expectedCount() == null
        ? voice.say("news.fadedUncompared", label, now, days, faded.previousObservedCount())
        : voice.say(
            "news.faded",
            label,
            now,
            voice.expected(faded.expectedCount()),
            days,
            faded.previousObservedCount());
  }

  private String text(ReportAlarm alarm) {
    return voice.say(
        "news.alarm",
        voice.formats().date(alarm.weekStartDate()),
        alarm.disputedOrderCount(),
        voice.cause(alarm.cause(), alarm.label()),
        voice.expected(alarm.expectedCount()));
  }
}
