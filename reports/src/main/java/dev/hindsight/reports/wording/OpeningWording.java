package dev.hindsight.reports.wording;

import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.datasets.marts.SellerReport.Comparison;
import dev.hindsight.reports.wording.ReportPage.Figure;
import dev.hindsight.reports.wording.ReportPage.Legend;
import dev.hindsight.reports.wording.ReportPage.Line;
import dev.hindsight.reports.wording.ReportPage.Opening;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Subject, headline and the first sentences: where the seller stands. */
final class OpeningWording {
  private final SellerReport report;
  private final Voice voice;
  private final Comparison total;
  private final Standing standing;
  private final long days;

  OpeningWording(SellerReport report, Voice voice) {
    this.report = report;
    this.voice = voice;
    total = report.total();
    standing = Standing.of(report);
    days = Voice.days(report);
  }

  String subject() {
    String date = voice.formats().date(report.windowEndDate());
    String key = "subject." + standing.key();
    String subject =
        switch (standing) {
          case ABOVE, BELOW -> voice.say(key, date, total.observedCount(), voice.expected(total));
          case NONE -> voice.say(key, date, orders());
          case NO_ORDERS -> voice.say(key, date, openedDisputes());
          case INSIDE, TOO_LITTLE -> voice.say(key, date);
        };
    long waiting = report.waitingCount();
    return waiting == 0 ? subject : voice.say("subject.waiting", subject, waiting);
  }

  String preheader() {
    return report.waitingCount() > 0
        ? voice.say("preheader.waiting", report.waitingCount())
        : voice.say("preheader.plain");
  }

  Opening opening() {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(String.join(" ", standingSentences()));
    Comparison previous = report.previous();
    if (previous != null) {
      paragraphs.add(previousSentence(previous));
    }
    return new Opening(headline(), paragraphs, figure());
  }

  private String headline() {
    String key = "headline." + standing.key();
    return switch (standing) {
      case ABOVE, BELOW ->
          voice.say(key, voice.say("count.disputes", total.observedCount()), voice.expected(total));
      case NONE -> voice.say(key, orders());
      case NO_ORDERS -> voice.say(key, report.endings().openedCount(), days);
      case INSIDE, TOO_LITTLE -> voice.say(key);
    };
  }

  private List<String> standingSentences() {
    return Stream.of(counted(), compared(), judged(), otherOrders())
        .filter(sentence -> !sentence.isEmpty())
        .toList();
  }

  private String counted() {
    if (standing == Standing.NO_ORDERS) {
      return voice.say("opening.noOrders", days);
    }
    return report.orderCount() == 1
        ? voice.say("opening.countedOne", days, total.observedCount())
        : voice.say("opening.counted", orders(), days, total.observedCount());
  }

  private String compared() {
    return isCompared()
        ? voice.say("opening.compared", voice.expected(total), voice.range(total))
        : "";
  }

  private String judged() {
    return switch (standing) {
      case ABOVE, BELOW, INSIDE -> voice.say("opening." + standing.key());
      case NONE -> voice.say(noneKey());
      case TOO_LITTLE ->
          voice.say(total.expectedCount() == null ? "opening.fewPeers" : "opening.fewOrders");
      case NO_ORDERS -> "";
    };
  }

  private String noneKey() {
    if (!isCompared()) {
      return "opening.noneTooLittle";
    }
    return Standing.within(total) == Standing.BELOW ? "opening.noneBelow" : "opening.none";
  }

  private String otherOrders() {
    long opened = report.endings().openedCount();
    return standing == Standing.NONE && opened > 0 ? voice.say("opening.otherOrders", opened) : "";
  }

  private String previousSentence(Comparison previous) {
    long before = previous.observedCount();
    if (standing != Standing.NO_ORDERS && before == total.observedCount()) {
      return voice.say("previous.same", days, before);
    }
    String sentence =
        Standing.isTelling(previous)
            ? voice.say("previous.compared", days, before, voice.expected(previous))
            : voice.say("previous.plain", days, before);
    return couldBeChance(before, total.observedCount())
        ? sentence + " " + voice.say("previous.chance")
        : sentence;
  }

  /** Two counts of the same size differ by more than this in 1 case of 20: twice their spread. */
  static boolean couldBeChance(long before, long now) {
    double step = (double) now - before;
    return step * step <= 4.0 * (before + now);
  }

  private @Nullable Figure figure() {
    if (!isCompared()) {
      return null;
    }
    Long high = total.usualHigh();
    long scale = Math.max(total.observedCount(), high == null ? 0 : high);
    return new Figure(
        line("figure.yours", voice.formats().count(total.observedCount())),
        line("figure.about", voice.expected(total)),
        line("figure.range", voice.range(total)),
        legend(voice),
        Bar.of(total.observedCount(), total, scale));
  }

  static Legend legend(Voice voice) {
    return new Legend(
        voice.say("legend.yours"), voice.say("legend.above"), voice.say("legend.usual"));
  }

  private Line line(String key, String value) {
    return new Line(voice.say(key), value, null);
  }

  private boolean isCompared() {
    return standing != Standing.NO_ORDERS && Standing.isTelling(total);
  }

  private String orders() {
    return voice.say("count.orders", report.orderCount());
  }

  private String openedDisputes() {
    return voice.say("count.disputes", report.endings().openedCount());
  }
}
