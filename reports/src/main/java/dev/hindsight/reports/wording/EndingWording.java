package dev.hindsight.reports.wording;

import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.datasets.marts.SellerReport.Endings;
import dev.hindsight.reports.wording.ReportPage.Line;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the disputes of the window ended. Where the log tells of nothing after the opening, "still
 * open" would be an invention, and the section is absent.
 */
record EndingWording(SellerReport report, Voice voice) {

  ReportPage.@Nullable Endings endings() {
    if (!isAnythingKnown(report)) {
      return null;
    }
    return new ReportPage.Endings(
        voice.say("endings.title"),
        voice.say(
            "endings.text",
            report.endings().openedCount(),
            Voice.days(report),
            voice.formats().date(report.asOfDate())),
        lines(report.endings()));
  }

  /** Whether any source tells what becomes of disputes after they were opened. */
  static boolean isAnythingKnown(SellerReport report) {
    Endings endings = report.endings();
    return endings.openedCount() > 0
        && (endings.openCount() < endings.openedCount()
            || endings.repliedIn_48hCount() != null
            || endings.escalatedCount() != null
            || isRefunded(endings));
  }

  private static boolean isRefunded(Endings endings) {
    BigDecimal refunded = endings.refundedAmount();
    return refunded != null && refunded.signum() != 0;
  }

  private List<Line> lines(Endings endings) {
    List<Line> lines = new ArrayList<>();
    addAnswered(lines, endings);
    addCount(lines, voice.say("endings.settled"), endings.resolvedBySellerCount());
    addDecided(lines, endings);
    addCount(
        lines, voice.say("endings.paid", voice.marketplaceName()), endings.marketplacePaidCount());
    addCount(lines, voice.say("endings.withdrawn"), endings.withdrawnCount());
    addCount(lines, voice.say("endings.open"), endings.openCount());
    addEscalated(lines, endings);
    addRefunded(lines, endings);
    return lines;
  }

  private void addAnswered(List<Line> lines, Endings endings) {
    Long replied = endings.repliedIn_48hCount();
    Long due = endings.replyDueCount();
    if (replied != null && due != null && due > 0) {
      lines.add(
          new Line(voice.say("endings.answered"), voice.say("endings.of", replied, due), null));
    }
  }

  private void addDecided(List<Line> lines, Endings endings) {
    long decided =
        endings.sellerFavourCount() + endings.partialCount() + endings.buyerFavourCount();
    if (decided == 0) {
      return;
    }
    String split =
        Stream.of(
                part("endings.forYou", endings.sellerFavourCount()),
                part("endings.shared", endings.partialCount()),
                part("endings.forCustomer", endings.buyerFavourCount()))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    lines.add(
        new Line(
            voice.say("endings.decided", voice.marketplaceName()),
            voice.formats().count(decided),
            split));
  }

  private String part(String key, long count) {
    return count == 0 ? "" : voice.say(key, count);
  }

  private void addEscalated(List<Line> lines, Endings endings) {
    Long escalated = endings.escalatedCount();
    if (escalated != null) {
      lines.add(
          new Line(
              voice.say("endings.escalated", voice.marketplaceName()),
              voice.say("endings.of", escalated, endings.openedCount()),
              null));
    }
  }

  private void addRefunded(List<Line> lines, Endings endings) {
    BigDecimal refunded = endings.refundedAmount();
    if (refunded == null || refunded.signum() == 0) {
      return;
    }
    long unconverted = endings.unconvertedCount();
    lines.add(
        new Line(
            voice.say("endings.refunded"),
            voice.formats().money(refunded, endings.currency()),
            unconverted == 0 ? null : voice.say("endings.unconverted", unconverted)));
  }

  private void addCount(List<Line> lines, String label, long count) {
    if (count > 0) {
      lines.add(new Line(label, voice.formats().count(count), null));
    }
  }
}
