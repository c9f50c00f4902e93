package dev.hindsight.reports.overview;

import dev.hindsight.datasets.marts.SellerCause;
import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.datasets.marts.SellerScorecard;
import dev.hindsight.reports.outbox.ReportFileName;
import dev.hindsight.reports.overview.Funnel.FlaggedCause;
import dev.hindsight.reports.overview.Funnel.Limit;
import dev.hindsight.reports.overview.Funnel.Seller;
import dev.hindsight.reports.overview.Funnel.Standing;
import dev.hindsight.reports.wording.CauseNames;
import dev.hindsight.reports.wording.Excerpt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses whom the funnel plot draws: every flagged seller, and of the others those with most
 * expected.
 */
final class FunnelSellers {
  static final int MOST_SELLERS = 5_000;
  static final int MOST_FLAGGED_SHOWN = 25;

  /** With less expected a ratio says nothing. */
  static final double LEAST_EXPECTED = 0.1;

  private static final double CERTAIN_BELOW = 0.05;
  private static final int NAME_LENGTH = 60;
  private static final double ROOM = 1.3;

  /** What of a scorecard is drawn. */
  record Scorecard(
      String sellerId,
      long orderCount,
      long observedCount,
      @Nullable Double expectedCount,
      @Nullable Double qValue,
      @Nullable Double spread) {
    double expected() {
      return expectedCount == null ? 0 : expectedCount;
    }

    boolean isFlagged() {
      return qValue != null && qValue < CERTAIN_BELOW;
    }
  }

  /** What of a seller's cause is listed. */
  record CauseRow(
      String sellerId,
      String cause,
      long observedCount,
      @Nullable Double expectedCount,
      @Nullable Double qValue,
      boolean isFlagged,
      boolean isConfirmed) {
    double excess() {
      return observedCount - (expectedCount == null ? 0 : expectedCount);
    }
  }

  /** A seller's name. */
  record Name(String sellerId, @Nullable String sellerName) {}

  private final int mostSellers;
  private final List<CauseRow> flaggedCauses = new ArrayList<>();
  private final Set<String> withFlaggedCause = new HashSet<>();
  private final List<Scorecard> flagged = new ArrayList<>();
  private final PriorityQueue<Scorecard> largest =
      new PriorityQueue<>(
          Comparator.comparing(Scorecard::expected).thenComparing(Scorecard::sellerId));
  private final Map<String, String> names = new HashMap<>();
  private double spread;
  private long tooFewCount;
  private long leftOutCount;

  FunnelSellers(int mostSellers) {
    this.mostSellers = mostSellers;
  }

  static Funnel of(Marts marts) throws IOException {
    FunnelSellers sellers = new FunnelSellers(MOST_SELLERS);
    marts.read(SellerCause.CONTRACT, CauseRow.class, sellers::addCause);
    marts.read(SellerScorecard.CONTRACT, Scorecard.class, sellers::add);
    Set<String> sought = sellers.shown();
    marts.read(
        SellerReport.CONTRACT,
        Name.class,
        name -> {
          if (sought.contains(name.sellerId())) {
            sellers.addName(name);
          }
        });
    return sellers.funnel();
  }

  /** Before the scorecards: they are drawn by it. */
  void addCause(CauseRow row) {
    if (row.isFlagged()) {
      flaggedCauses.add(row);
      withFlaggedCause.add(row.sellerId());
    }
  }

  void add(Scorecard scorecard) {
    if (scorecard.spread() != null) {
      spread = scorecard.spread();
    }
    if (standing(scorecard) != Standing.ORDINARY && scorecard.expected() > 0) {
      flagged.add(scorecard);
    } else if (scorecard.expected() < LEAST_EXPECTED) {
      tooFewCount++;
    } else {
      largest.add(scorecard);
      if (largest.size() > mostSellers) {
        largest.remove();
        leftOutCount++;
      }
    }
  }

  void addName(Name name) {
    if (name.sellerName() != null) {
      names.put(name.sellerId(), name.sellerName());
    }
  }

  private Set<String> shown() {
    Set<String> ids = new HashSet<>(withFlaggedCause);
    Stream.concat(flagged.stream(), largest.stream()).map(Scorecard::sellerId).forEach(ids::add);
    return ids;
  }

  Funnel funnel() {
    List<Seller> sellers =
        Stream.concat(flagged.stream(), largest.stream())
            .sorted(
                Comparator.comparing(Scorecard::expected)
                    .reversed()
                    .thenComparing(Scorecard::sellerId))
            .map(this::seller)
            .toList();
    return new Funnel(
        sellers,
        limits(sellers),
        spread,
        tooFewCount,
        leftOutCount,
        flaggedCauses.stream()
            .sorted(
                Comparator.comparing(CauseRow::excess)
                    .reversed()
                    .thenComparing(CauseRow::sellerId)
                    .thenComparing(CauseRow::cause))
            .limit(MOST_FLAGGED_SHOWN)
            .map(this::flaggedCause)
            .toList(),
        flaggedCauses.size());
  }

  private List<Limit> limits(List<Seller> sellers) {
    if (sellers.isEmpty()) {
      return List.of();
    }
    double least = Math.min(LEAST_EXPECTED, sellers.get(sellers.size() - 1).expected());
    return FunnelLimits.between(least, Math.max(1, sellers.get(0).expected()) * ROOM, spread);
  }

  private Standing standing(Scorecard scorecard) {
    if (scorecard.isFlagged()) {
      return Standing.FLAGGED;
    }
    return withFlaggedCause.contains(scorecard.sellerId())
        ? Standing.FLAGGED_CAUSE
        : Standing.ORDINARY;
  }

  private Seller seller(Scorecard scorecard) {
    return new Seller(
        name(scorecard.sellerId()),
        ReportFileName.page(scorecard.sellerId()),
        scorecard.orderCount(),
        scorecard.observedCount(),
        scorecard.expected(),
        scorecard.observedCount() / scorecard.expected(),
        standing(scorecard));
  }

  private FlaggedCause flaggedCause(CauseRow row) {
    return new FlaggedCause(
        name(row.sellerId()),
        ReportFileName.page(row.sellerId()),
        CauseNames.of(row.cause()),
        row.observedCount(),
        row.expectedCount() == null ? 0 : row.expectedCount(),
        row.qValue() == null ? 1 : row.qValue(),
        row.isConfirmed());
  }

  private String name(String sellerId) {
    String name = Excerpt.of(names.getOrDefault(sellerId, ""), NAME_LENGTH);
    return name.isEmpty() ? Excerpt.of(sellerId, NAME_LENGTH) : name;
  }
}
