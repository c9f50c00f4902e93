package dev.hindsight.reports.listing;

import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.reports.listing.OutboxIndex.Row;
import dev.hindsight.reports.outbox.ReportFileName;
import dev.hindsight.reports.wording.ComparisonWords;
import dev.hindsight.reports.wording.Excerpt;
import java.util.List;

/** Lists a version's reports for whoever runs the marketplace. */
public record ReportListing(String marketplaceName, VersionName version) {
  private static final int NAME_LENGTH = 60;
  private static final int ID_LENGTH = 60;

  public OutboxIndex of(List<ReportEntry> entries) {
    List<Row> rows =
        entries.stream().sorted(ReportEntry.MOST_EXCESS_FIRST).map(ReportListing::row).toList();
    return new OutboxIndex(
        Excerpt.of(marketplaceName, NAME_LENGTH),
        version.toString(),
        window(entries),
        rows,
        rows.stream().filter(row -> row.message() == null).toList());
  }

  private static String window(List<ReportEntry> entries) {
    return entries.stream()
        .findFirst()
        .map(
            entry ->
                "%s to %s"
                    .formatted(
                        ComparisonWords.date(entry.windowStartDate()),
                        ComparisonWords.date(entry.windowEndDate())))
        .orElse("no date");
  }

  private static Row row(ReportEntry entry) {
    ComparisonWords words = ComparisonWords.of(entry.orderCount(), entry.total());
    String name = entry.sellerName() == null ? "" : Excerpt.of(entry.sellerName(), NAME_LENGTH);
    String id = Excerpt.of(entry.sellerId(), ID_LENGTH);
    return new Row(
        id,
        name.isEmpty() ? id : name,
        ReportFileName.page(entry.sellerId()),
        entry.address().map(to -> ReportFileName.message(entry.sellerId())).orElse(null),
        words.orders(),
        words.observed(),
        words.expected(),
        words.range(),
        words.isAbove());
  }
}
