package dev.hindsight.reports.wording;

import dev.hindsight.datasets.marts.ReportFinding;
import dev.hindsight.datasets.marts.ReportTask;
import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.datasets.marts.SellerReport.Comparison;
import dev.hindsight.reports.wording.ReportPage.Figure;
import dev.hindsight.reports.wording.ReportPage.Legend;
import dev.hindsight.reports.wording.ReportPage.Line;
import dev.hindsight.reports.wording.ReportPage.News;
import dev.hindsight.reports.wording.ReportPage.Opening;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Subject, headline and the first sentences: where the seller stands. */
final class OpeningWording {
  private static final double CERTAIN_CHANGE = 0.05;

  private final SellerReport report;
  private final Voice voice;
  private final NewsWording news;
  private final Comparison total;
  private final Standing standing;
  private final long days;

  OpeningWording(SellerReport report, @Nullable LastReport last, Voice voice) {
    this.report = report;
    this.voice = voice;
    news = new NewsWording(report, last, voice);
    total = report.total();
    standing = Standing.of(report);
    days = Voice.days(report);
  }

  String subject() {
    String date = voice.formats().date(report.windowEndDate());
    String key = "subject." + standing.key();
    long things = report.tasks().size();
    String subject =
        things > 0
            ? voice.say("subject.finding", date, things)
            : switch (standing) {
              case NONE -> voice.say(key, date, orders());
              case NO_ORDERS -> voice.say(key, date, openedDisputes());
              case CERTAIN, ABOVE, BELOW, INSIDE, TOO_LITTLE -> voice.say(key, date);
            };
    long waiting = report.waitingCount();
    return waiting == 0 ? subject : voice.say("subject.waiting", subject, waiting);
  }

  String preheader() {
    if (!report.tasks().isEmpty()) {
      ReportTask task = report.tasks().get(0);
      ReportFinding finding = Findings.of(report, task.cause());
      if (finding != null) {
        return voice.say(
            "preheader.task",
            voice.cause(finding.cause(), finding.label()),
            voice.count(finding.observedCount()),
            voice.expected(finding.expectedCount()));
      }
    }
    if (report.waitingCount() > 0) {
      return voice.say("preheader.waiting", report.waitingCount());
    }
    return news.faded().stream()
        .findFirst()
        .map(faded -> voice.say("preheader.faded", voice.cause(faded.cause(), faded.label())))
        .orElseGet(
            () -> isCalm() ? voice.say("preheader.plain") : voice.say("preheader.counted", days));
  }

  Opening opening() {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(String.join(" ", standingSentences()));
    Comparison previous = report.previous();
    if (previous != null) {
      paragraphs.add(previousSentence(previous));
    }
    if (isCalm()) {
      paragraphs.add(voice.say("opening.calm"));
    }
    List<News> changed = news.news();
    return new Opening(headline(), direction(), changed, paragraphs, figure());
  }

  /** Compared, and nothing found: worth a sentence, for it is what most sellers want to know. */
  private boolean isCalm() {
    return report.findings().isEmpty() && isCompared() && standing != Standing.CERTAIN;
  }

  private String headline() {
    String key = "headline." + standing.key();
    String headline =
        switch (standing) {
          case NONE -> voice.say(key, orders());
          case NO_ORDERS -> voice.say(key, report.endings().openedCount(), days);
          case CERTAIN, ABOVE, BELOW, INSIDE, TOO_LITTLE -> voice.say(key);
        };
    long findings = report.findings().size();
    return findings == 0 ? headline : headline + " " + voice.say("headline.findings", findings);
  }

  /** Which way the ratio to similar sellers went; absent where either window has too little. */
  private @Nullable String direction() {
    Comparison previous = report.previous();
    if (!isCompared() || previous == null || !Standing.isTelling(previous)) {
      return null;
    }
    Double change = report.changePValue();
    if (change == null || change >= CERTAIN_CHANGE) {
      return voice.say("direction.same", days);
    }
    return voice.say(ratio(total) > ratio(previous) ? "direction.up" : "direction.down", days);
  }

  private static double ratio(Comparison comparison) {
    Double expected = comparison.expectedCount();
    return expected == null ? 0 : comparison.observedCount() / expected;
  }

  private List<String> standingSentences() {
    return Stream.of(counted(), refunded(), compared(), judged(), otherOrders())
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

  private String refunded() {
    BigDecimal refunded = report.endings().refundedAmount();
    return refunded == null || refunded.signum() <= 0 || total.observedCount() == 0
        ? ""
        : voice.say(
            "opening.refunded", voice.formats().money(refunded, report.endings().currency()));
  }

  private String compared() {
    return isCompared()
        ? voice.say("opening.compared", voice.expected(total), voice.range(total))
        : "";
  }

  private String judged() {
    return switch (standing) {
      case CERTAIN, ABOVE, BELOW, INSIDE -> voice.say("opening." + standing.key());
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
    Double change = report.changePValue();
    return change != null && change >= CERTAIN_CHANGE
        ? sentence + " " + voice.say("previous.chance")
        : sentence;
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
    return new Line(voice.say(key), value, List.of());
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
