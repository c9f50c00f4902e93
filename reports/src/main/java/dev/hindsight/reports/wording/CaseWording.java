package dev.hindsight.reports.wording;

import dev.hindsight.datasets.landed.Outcome;
import dev.hindsight.datasets.marts.ReportFinding;
import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.datasets.marts.SellerReport.CaseLine;
import dev.hindsight.reports.wording.ReportPage.CaseRow;
import dev.hindsight.reports.wording.ReportPage.Cases;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The latest cases, of a finding or of all. */
record CaseWording(SellerReport report, Voice voice) {
  private static final int SHOWN = 5;

  /** The latest of all causes. */
  @Nullable Cases latestCases() {
    List<CaseLine> latest = report.cases().stream().limit(SHOWN).toList();
    return latest.isEmpty()
        ? null
        : cases(voice.say("cases.title"), text(latest.size()), latest, voice.say("cases.object"));
  }

  /** The latest of those that a finding counts. */
  @Nullable Cases casesOf(ReportFinding finding) {
    List<CaseLine> all =
        report.cases().stream().filter(line -> isCounted(line, finding.cause())).toList();
    if (all.isEmpty()) {
      return null;
    }
    List<CaseLine> latest = all.stream().limit(SHOWN).toList();
    String mark = Findings.mark(report, finding.cause());
    String text =
        latest.size() == all.size()
            ? voice.say("task.casesAll", all.size(), mark)
            : voice.say("task.cases", latest.size(), all.size(), mark);
    return cases(null, text, latest, voice.say("cases.object"));
  }

  /** Whether a case is among those that the finding of a cause is about. */
  static boolean isCounted(CaseLine line, String cause) {
    return line.isCompared() && line.cause().equals(cause);
  }

  private Cases cases(@Nullable String title, String text, List<CaseLine> lines, String objection) {
    List<CaseRow> rows = lines.stream().map(this::row).toList();
    boolean hasStates = rows.stream().anyMatch(row -> !row.state().isEmpty());
    return new Cases(
        title,
        text,
        voice.say("cases.order"),
        voice.say("cases.opened"),
        voice.say(hasStates ? "cases.amountState" : "cases.amount"),
        rows,
        objection);
  }

  /** The order's number in words, or the dispute's where the order is not known. */
  static String numbered(CaseLine line, Voice voice) {
    return line.orderId() == null
        ? voice.say("cases.disputeNumber", Voice.number(line.disputeId()))
        : voice.say("cases.orderNumber", Voice.number(line.orderId()));
  }

  private String text(int shown) {
    long all = report.caseCount();
    long days = Voice.days(report);
    if (shown >= all) {
      return voice.say("cases.all", shown, days);
    }
    long listed = report.cases().size();
    return listed < all
        ? voice.say("cases.cut", shown, all, days, listed)
        : voice.say("cases.some", shown, all, days);
  }

  private CaseRow row(CaseLine line) {
    CaseUrl url = voice.marketplace().caseUrl();
    return new CaseRow(
        line.orderId() == null ? numbered(line, voice) : Voice.number(line.orderId()),
        url == null ? null : url.of(line),
        subject(line),
        voice.formats().day(line.openedAt()),
        amount(line),
        state(line));
  }

  private String subject(CaseLine line) {
    String label = voice.cause(line.cause(), line.label());
    return line.sku() == null ? label : label + " · " + Voice.number(line.sku());
  }

  private String amount(CaseLine line) {
    BigDecimal amount = line.disputedAmount();
    String currency = line.currency();
    return amount == null || currency == null ? "" : voice.formats().money(amount, currency);
  }

  /** Empty for an open case where the log tells of nothing after the opening. */
  String state(CaseLine line) {
    if (line.outcome() == Outcome.OPEN && !EndingWording.isAnythingKnown(report)) {
      return "";
    }
    String state = voice.say("state." + line.outcome(), voice.marketplaceName());
    return line.isRefunded() ? voice.say("state.refunded", state) : state;
  }
}
