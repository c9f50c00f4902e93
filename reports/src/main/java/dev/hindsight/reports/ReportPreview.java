package dev.hindsight.reports;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.reports.listing.ReportEntry;
import dev.hindsight.reports.mart.MartRows;
import dev.hindsight.reports.outbox.Outbox;
import dev.hindsight.reports.outbox.ReportFileName;
import dev.hindsight.reports.rendering.Pages;
import dev.hindsight.reports.wording.SellerWording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Shows single reports before any is sent. Needs no job repository. */
public final class ReportPreview {
  private final SellerWording wording;
  private final Pages pages = new Pages();

  public ReportPreview(ReportSettings settings) {
    wording = new SellerWording(settings.marketplace());
  }

  /**
   * Writes one seller's report as a page and tells where.
   *
   * @throws UnknownSellerException naming ids that may have been meant, when there is none
   */
  public Path write(Lake lake, VersionName version, String sellerId, Path folder)
      throws IOException {
    String page = pages.report(wording.of(report(lake, version, sellerId)));
    Files.createDirectories(folder, Outbox.ownerOnly());
    return Files.writeString(
        folder.resolve(ReportFileName.page(sellerId)), page, StandardCharsets.UTF_8);
  }

  /** Up to five sellers that show what reports can look like. */
  public List<PreviewSuggestion> suggestions(Lake lake, VersionName version) throws IOException {
    List<ReportEntry> entries = new ArrayList<>();
    try (MartRows<ReportEntry> rows =
        MartRows.open(lake, version, SellerReport.CONTRACT, ReportEntry.class)) {
      rows.forEachRemaining(entries::add);
    }
    return PreviewSuggestions.among(entries);
  }

  private static SellerReport report(Lake lake, VersionName version, String sellerId)
      throws IOException {
    List<String> others = new ArrayList<>();
    try (MartRows<SellerReport> rows =
        MartRows.open(lake, version, SellerReport.CONTRACT, SellerReport.class)) {
      while (rows.hasNext()) {
        SellerReport report = rows.next();
        if (report.sellerId().equals(sellerId)) {
          return report;
        }
        others.add(report.sellerId());
      }
    }
    throw new UnknownSellerException(sellerId, version, NearestIds.of(sellerId, others));
  }
}
