package dev.hindsight.reports.wording;

import dev.hindsight.datasets.marts.Rating;
import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.datasets.marts.SellerReport.Endings;
import dev.hindsight.reports.wording.ReportPage.Line;
import dev.hindsight.reports.wording.ReportPage.Table;
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
  private static final long TELLING_DECISIONS = 20;
  private static final long TELLING_REVIEWS = 10;
  private static final double HOURS_OF_DAY = 24;
  private static final double HOURS_OF_TWO_DAYS = 48;

  @Nullable Table endings() {
    if (!isAnythingKnown(report)) {
      return null;
    }
    return new Table(
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
    addRating(lines);
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
          new Line(
              voice.say("endings.answered"),
              voice.say("endings.of", voice.count(replied), voice.count(due)),
              replyTime()));
    }
  }

  private void addRating(List<Line> lines) {
    if (report.orderCount() == 0) {
      return;
    }
    Double expected = report.accountableExpectedCount();
    boolean isRated = expected != null && report.rating() != Rating.INSUFFICIENT_DATA;
    String note =
        isRated
            ? voice.say(
                "endings.ratingNote", report.accountableObservedCount(), voice.expected(expected))
            : voice.say("endings.ratingFew", report.accountableObservedCount());
    lines.add(
        new Line(
            voice.say("endings.rating"),
            voice.say("rating." + (isRated ? report.rating() : Rating.INSUFFICIENT_DATA)),
            List.of(note)));
  }

  private List<String> replyTime() {
    Double own = report.times().medianHoursToFirstReply();
    Double all = report.times().allMedianHoursToFirstReply();
    if (own == null) {
      return List.of();
    }
    return List.of(
        all == null
            ? voice.say("endings.replyTimeAlone", hours(own))
            : voice.say("endings.replyTime", hours(own), hours(all)));
  }

  private List<String> reviewTime() {
    Double own = report.times().medianHoursInReview();
    Double all = report.times().allMedianHoursInReview();
    if (all == null) {
      return List.of();
    }
    boolean isTelling = own != null && report.times().escalatedCount() >= TELLING_REVIEWS;
    return List.of(
        isTelling && own != null
            ? voice.say("endings.reviewYours", hours(own), hours(all))
            : voice.say("endings.review", hours(all)));
  }

  private String hours(double hours) {
    return hours < HOURS_OF_TWO_DAYS
        ? voice.say("range.hours", Math.round(hours))
        : voice.say("range.days", voice.formats().expected(hours / HOURS_OF_DAY));
  }

  private void addDecided(List<Line> lines, Endings endings) {
    long decided =
        endings.sellerFavourCount() + endings.partialCount() + endings.buyerFavourCount();
    if (decided == 0) {
      return;
    }
    List<String> notes = new ArrayList<>();
    notes.add(
        Stream.of(
                part("endings.forYou", endings.sellerFavourCount()),
                part("endings.shared", endings.partialCount()),
                part("endings.forCustomer", endings.buyerFavourCount()))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", ")));
    notes.add(won(endings, decided));
    lines.add(
        new Line(
            voice.say("endings.decided", voice.marketplaceName()), voice.count(decided), notes));
  }

  /** The win rate with its interval; of a few it would say nothing. */
  private String won(Endings endings, long decided) {
    Double rate = endings.winRate();
    Double low = endings.winRateLow();
    Double high = endings.winRateHigh();
    return rate == null || low == null || high == null || decided < TELLING_DECISIONS
        ? voice.say("endings.tooFew")
        : voice.say("endings.won", percent(rate), percent(low), percent(high));
  }

  private String percent(double share) {
    return voice.formats().percent(share, 0);
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
              voice.say("endings.of", voice.count(escalated), voice.count(endings.openedCount())),
              reviewTime()));
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
            unconverted == 0 ? List.of() : List.of(voice.say("endings.unconverted", unconverted))));
  }

  private void addCount(List<Line> lines, String label, long count) {
    if (count > 0) {
      lines.add(new Line(label, voice.count(count), List.of()));
    }
  }
}
