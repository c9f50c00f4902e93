package dev.hindsight.analytics.truth.market;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Draws orders, and what their buyers dispute. */
final class OrderDraws {
  /** 80 % have one line, 13 % two, 7 % three. */
  static final double LINES_PER_ORDER = 0.8 + 2 * 0.13 + 3 * 0.07;

  private static final List<Complaint> COMPLAINTS = List.of(Complaint.values());
  private static final double DISPUTED_TOGETHER = 0.5;
  private static final double DELAYED_SHARE = 0.35;
  private static final int SECONDS_PER_DAY = 86_400;
  private static final double LONGEST_DELAY_DAYS = 60;
  private static final int BUYERS = 200_000;

  private final Draws draws;

  OrderDraws(Draws draws) {
    this.draws = draws;
  }

  Order order(Seller seller, LocalDate day) {
    Instant orderedAt = at(day, draws.between(0, 1));
    Way way = Way.drawn(seller.marketplaceShare(), draws);
    List<Article> articles = articles(seller);
    List<@Nullable Complaint> complaints = complaints(seller, articles, way, day);
    Instant promisedBy = at(day.plusDays(promisedDays(way)), 0.8);
    Instant shippedAt = orderedAt.plus(days(Math.min(4, draws.around(0.7, 0.6))));
    boolean isLate = isLate(seller, articles.get(0), way, complaints);
    Instant deliveredAt = delivered(shippedAt, way, isLate ? promisedBy : null);
    List<Order.Line> lines = new ArrayList<>();
    // Lines that are disputed for the same cause are disputed in the same sitting.
    double patience = draws.around(1, 0.8);
    for (int i = 0; i < articles.size(); i++) {
      Complaint complaint = complaints.get(i);
      Instant openedAt =
          complaint == null
              ? null
              : opened(complaint, patience, promisedBy, deliveredAt).plusSeconds(70L * i);
      lines.add(new Order.Line(articles.get(i), complaint, openedAt));
    }
    return new Order(seller, buyer(), orderedAt, way, promisedBy, shippedAt, deliveredAt, lines);
  }

  private List<Article> articles(Seller seller) {
    double size = draws.fraction();
    int count = size < 0.8 ? 1 : size < 0.93 ? 2 : 3;
    List<Article> articles = new ArrayList<>();
    for (int line = 0; line < count; line++) {
      articles.add(seller.drawnArticle(draws));
    }
    return articles;
  }

  /** Each line by its own rates; the other lines of the order often follow the first. */
  private List<@Nullable Complaint> complaints(
      Seller seller, List<Article> articles, Way way, LocalDate day) {
    List<@Nullable Complaint> complaints = new ArrayList<>();
    Complaint first = null;
    for (Article article : articles) {
      Complaint own = complaint(seller, article, way, day);
      complaints.add(own);
      first = first == null ? own : first;
    }
    for (int i = 0; i < complaints.size(); i++) {
      if (complaints.get(i) == null && first != null && draws.chance(DISPUTED_TOGETHER)) {
        complaints.set(i, first);
      }
    }
    return complaints;
  }

  private @Nullable Complaint complaint(Seller seller, Article article, Way way, LocalDate day) {
    double rest = draws.fraction();
    for (Complaint complaint : COMPLAINTS) {
      rest -= seller.rate(complaint, article, way) * complaint.seasonFactor(day);
      if (rest < 0) {
        return complaint;
      }
    }
    return null;
  }

  /** A problem that makes parcels late makes more of them late than buyers complain of. */
  private boolean isLate(
      Seller seller, Article first, Way way, List<@Nullable Complaint> complaints) {
    Problem problem = seller.problem();
    boolean isDelayed = problem != null && problem.delays(first, way);
    return complaints.contains(Complaint.LATE_DELIVERY)
        || (isDelayed && draws.chance(DELAYED_SHARE));
  }

  /**
   * When it arrives.
   *
   * @param lateAfter after when it must be, where it must be late
   */
  private Instant delivered(Instant shippedAt, Way way, @Nullable Instant lateAfter) {
    Instant usual = shippedAt.plus(days(draws.around(way.service().promisedDays() * 0.45, 0.35)));
    return lateAfter != null && !usual.isAfter(lateAfter)
        ? lateAfter.plus(days(draws.between(0.5, 6)))
        : usual;
  }

  /** Not the same for all of a service: else nobody could tell the promise from the service. */
  private int promisedDays(Way way) {
    return way.service().promisedDays() - 1 + draws.index(3);
  }

  private static Instant opened(
      Complaint complaint, double patience, Instant promisedBy, Instant deliveredAt) {
    return switch (complaint) {
      case ITEM_NOT_RECEIVED -> promisedBy.plus(days(4 * patience));
      case LATE_DELIVERY -> deliveredAt.plus(days(1.5 * patience));
      default -> deliveredAt.plus(days(6 * patience));
    };
  }

  private String buyer() {
    return String.format(Locale.ROOT, "b-%06d", draws.index(BUYERS));
  }

  private static Instant at(LocalDate day, double partOfDay) {
    return day.atStartOfDay()
        .toInstant(ZoneOffset.UTC)
        .plusSeconds((long) (partOfDay * SECONDS_PER_DAY));
  }

  private static Duration days(double days) {
    return Duration.ofSeconds((long) (Math.min(LONGEST_DELAY_DAYS, days) * SECONDS_PER_DAY));
  }
}
