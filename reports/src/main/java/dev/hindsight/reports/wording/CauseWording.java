package dev.hindsight.reports.wording;

import dev.hindsight.datasets.marts.AccountableParty;
import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.datasets.marts.SellerReport.CauseLine;
import dev.hindsight.datasets.marts.SellerReport.Comparison;
import dev.hindsight.reports.wording.ReportPage.CauseBar;
import dev.hindsight.reports.wording.ReportPage.Causes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The causes beside their usual ranges; beside nothing where no order is known. */
record CauseWording(SellerReport report, Voice voice) {
  private static final int SHOWN = 8;

  /** A bar fills the room with no fewer than this: one dispute is not to look like many. */
  private static final long LEAST_SCALE = 5;

  private static final double WORTH_SAYING = 0.1;

  @Nullable Causes causes() {
    List<CauseLine> lines = report.causes();
    if (lines.isEmpty()) {
      return null;
    }
    List<CauseLine> shown = lines.subList(0, Math.min(SHOWN, lines.size()));
    long scale = Math.max(LEAST_SCALE, shown.stream().mapToLong(this::room).max().orElse(1));
    return new Causes(
        title(),
        text(shown),
        OpeningWording.legend(voice),
        shown.stream().map(line -> bar(line, scale)).toList(),
        more(lines.subList(shown.size(), lines.size())));
  }

  private String title() {
    long found = report.findings().size();
    return found == 0 ? voice.say("causes.title") : voice.say("causes.titleFindings", found);
  }

  private String text(List<CauseLine> shown) {
    if (!isByOrder()) {
      return voice.say("causes.opened", Voice.days(report));
    }
    return shown.stream().anyMatch(this::isCompared)
        ? voice.say("causes.compared")
        : voice.say("causes.plain");
  }

  private boolean isCompared(CauseLine line) {
    return isByOrder() && Standing.isTelling(line.comparison());
  }

  private boolean isByOrder() {
    return report.orderCount() > 0;
  }

  private long value(CauseLine line) {
    return isByOrder() ? line.comparison().observedCount() : line.openedCount();
  }

  private long room(CauseLine line) {
    Long high = line.comparison().usualHigh();
    return Math.max(value(line), isCompared(line) && high != null ? high : 0);
  }

  private CauseBar bar(CauseLine line, long scale) {
    Comparison comparison =
        isCompared(line) ? line.comparison() : new Comparison(value(line), null, null, null);
    return new CauseBar(
        voice.capitalised(voice.cause(line.cause(), line.label())),
        voice.formats().count(value(line)),
        notes(line),
        Bar.of(value(line), comparison, scale));
  }

  private List<String> notes(CauseLine line) {
    List<String> notes = new ArrayList<>();
    if (isByOrder()) {
      notes.add(isCompared(line) ? usual(line) : voice.say("causes.unknown"));
    }
    if (line.accountableParty() != AccountableParty.SELLER) {
      notes.add(voice.say("causes.party." + line.accountableParty()));
    }
    return notes;
  }

  private String usual(CauseLine line) {
    Comparison comparison = line.comparison();
    Double expected = comparison.expectedCount();
    boolean isTiny = expected == null || expected < WORTH_SAYING;
    String key = line.isFlagged() ? "flagged" : Standing.within(comparison).key();
    return voice.say(
        "causes." + key + (isTiny && !line.isFlagged() ? "Tiny" : ""),
        voice.range(comparison),
        voice.expected(comparison));
  }

  private @Nullable String more(List<CauseLine> others) {
    if (others.isEmpty()) {
      return null;
    }
    long sum = others.stream().mapToLong(this::value).sum();
    return isByOrder()
        ? voice.say("causes.more", others.size(), sum)
        : voice.say("causes.moreOpened", others.size(), voice.say("count.disputes", sum));
  }
}
