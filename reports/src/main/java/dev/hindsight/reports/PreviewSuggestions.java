package dev.hindsight.reports;

import dev.hindsight.reports.listing.ReportEntry;
import dev.hindsight.reports.wording.ComparisonWords;
import dev.hindsight.reports.wording.Excerpt;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Sellers whose reports differ most: for each kind the one that shows it best. */
final class PreviewSuggestions {
  private static final int NAME_LENGTH = 40;
  private static final Comparator<ReportEntry> MOST_ORDERS_FIRST =
      Comparator.comparingLong(ReportEntry::orderCount)
          .reversed()
          .thenComparing(ReportEntry::sellerId);
  private static final Comparator<ReportEntry> MOST_WAITING_FIRST =
      Comparator.comparingLong(ReportEntry::waitingCount)
          .reversed()
          .thenComparing(ReportEntry::sellerId);

  private final List<ReportEntry> entries;
  private final Map<String, PreviewSuggestion> chosen = new LinkedHashMap<>();

  private PreviewSuggestions(List<ReportEntry> entries) {
    this.entries = entries;
  }

  static List<PreviewSuggestion> among(List<ReportEntry> entries) {
    PreviewSuggestions suggestions = new PreviewSuggestions(entries);
    suggestions.add("most beyond what is usual", ReportEntry.MOST_EXCESS_FIRST, entry -> true);
    suggestions.add(
        "most customers waiting for an answer",
        MOST_WAITING_FIRST,
        entry -> entry.waitingCount() > 0);
    suggestions.add(
        "many orders, nothing unusual",
        MOST_ORDERS_FIRST,
        entry -> entry.total().expectedCount() != null && !words(entry).isAbove());
    suggestions.add(
        "hardly any orders", MOST_ORDERS_FIRST.reversed(), entry -> entry.orderCount() > 0);
    suggestions.add("no address to send to", MOST_ORDERS_FIRST, entry -> entry.address().isEmpty());
    return List.copyOf(suggestions.chosen.values());
  }

  private void add(String why, Comparator<ReportEntry> best, Predicate<ReportEntry> kind) {
    Optional<ReportEntry> entry =
        entries.stream()
            .filter(kind)
            .filter(candidate -> !chosen.containsKey(candidate.sellerId()))
            .min(best);
    entry.ifPresent(seller -> chosen.put(seller.sellerId(), suggestion(seller, why)));
  }

  private static PreviewSuggestion suggestion(ReportEntry entry, String why) {
    ComparisonWords words = words(entry);
    String name = entry.sellerName() == null ? entry.sellerId() : entry.sellerName();
    return new PreviewSuggestion(
        entry.sellerId(),
        Excerpt.of(name, NAME_LENGTH),
        "%s: %s disputed of %s, usual %s"
            .formatted(why, words.observed(), words.orders(), words.range()));
  }

  private static ComparisonWords words(ReportEntry entry) {
    return ComparisonWords.of(entry.orderCount(), entry.total());
  }
}
