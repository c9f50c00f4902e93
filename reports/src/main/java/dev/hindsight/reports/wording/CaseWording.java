package dev.hindsight.reports.wording;

import dev.hindsight.datasets.landed.Outcome;
import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.datasets.marts.SellerReport.CaseLine;
import dev.hindsight.reports.wording.ReportPage.CaseRow;
import dev.hindsight.reports.wording.ReportPage.Cases;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The latest cases. */
record CaseWording(SellerReport report, Voice voice) {
  private static final int SHOWN = 5;

  @Nullable Cases latestCases() {
    List<CaseRow> rows = report.cases().stream().limit(SHOWN).map(this::row).toList();
    if (rows.isEmpty()) {
      return null;
    }
    boolean hasStates = rows.stream().anyMatch(row -> !row.state().isEmpty());
    return new Cases(
        voice.say("cases.title"),
        text(rows.size()),
        voice.say("cases.order"),
        voice.say("cases.opened"),
        voice.say(hasStates ? "cases.amountState" : "cases.amount"),
        rows,
        voice.say("cases.object"));
  }

  /** The order's number in words, or the dispute's where the order is not known. */
  static String numbered(CaseLine line, Voice voice) {
    return line.orderId() == null
        ? voice.say("cases.disputeNumber", Voice.number(line.disputeId()))
        : voice.say("cases.orderNumber", Voice.number(line.orderId()));
  }

  private String text(int shown) {
    long opened = report.endings().openedCount();
    long days = Voice.days(report);
    return shown >= opened
        ? voice.say("cases.all", shown, days)
        : voice.say("cases.some", shown, opened, days);
  }

  private CaseRow row(CaseLine line) {
    return new CaseRow(
        line.orderId() == null ? numbered(line, voice) : Voice.number(line.orderId()),
        subject(line),
        voice.formats().day(line.openedAt()),
        amount(line),
        state(line));
  }

  private static String subject(CaseLine line) {
    String label = Voice.label(line.label());
    return line.sku() == null ? label : label + " · " + Voice.number(line.sku());
  }

  private String amount(CaseLine line) {
    BigDecimal amount = line.disputedAmount();
    String currency = line.currency();
    return amount == null || currency == null ? "" : voice.formats().money(amount, currency);
  }

  /** Empty for an open case where the log tells of nothing after the opening. */
  private String state(CaseLine line) {
    if (line.outcome() == Outcome.OPEN && !EndingWording.isAnythingKnown(report)) {
      return "";
    }
    String state = voice.say("state." + line.outcome(), voice.marketplaceName());
    return line.isRefunded() ? voice.say("state.refunded", state) : state;
  }
}
