package dev.hindsight.reports.overview;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionManifest;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.marts.Dispute;
import dev.hindsight.datasets.marts.MartContracts;
import dev.hindsight.datasets.marts.OutcomeCounts;
import dev.hindsight.datasets.marts.Restatement;
import dev.hindsight.datasets.marts.SellerScorecard;
import dev.hindsight.reports.overview.Quality.Mart;
import dev.hindsight.reports.wording.Excerpt;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Reads a version's marts, row by row, and keeps what the page shows. The page names the marts that
 * the version does not have as they are now.
 */
public final class OverviewReading {
  private static final int NAME_LENGTH = 60;
  private static final int WINDOW_DAYS = 90;

  private final Lake lake;
  private final VersionName version;
  private final Marts marts;

  public OverviewReading(Lake lake, VersionName version) {
    this.lake = lake;
    this.version = version;
    this.marts = new Marts(lake, version);
  }

  /** The overview, for a marketplace of that name. */
  public Overview read(String marketplaceName) throws IOException {
    Optional<VersionManifest> manifest = Manifests.of(lake, version);
    LocalDate start =
        manifest
            .map(VersionManifest::windowStartDate)
            .orElse(version.asOfDate().minusDays(WINDOW_DAYS - 1L));
    return new Overview(
        Excerpt.of(marketplaceName, NAME_LENGTH),
        version.toString(),
        start,
        version.asOfDate(),
        headline(),
        overTime(),
        FunnelSellers.of(marts),
        CausesByCategory.of(marts),
        ProcessTimes.of(marts),
        WatchedSeries.of(marts),
        Fairness.of(marts),
        quality(manifest, start),
        changes(manifest),
        marts.unread());
  }

  private Headline headline() throws IOException {
    Headline[] sum = {Headline.NOTHING};
    marts.read(SellerScorecard.CONTRACT, Headline.Row.class, row -> sum[0] = sum[0].plus(row));
    return sum[0];
  }

  private CausesOverTime overTime() throws IOException {
    CauseMonths months = new CauseMonths();
    marts.read(OutcomeCounts.CONTRACT, CauseMonths.Row.class, months::add);
    return months.asOf(version.asOfDate());
  }

  private Quality quality(Optional<VersionManifest> manifest, LocalDate start) throws IOException {
    DisputeDefects ofWindow = new DisputeDefects(start);
    DisputeDefects ofAll = new DisputeDefects(LocalDate.MIN);
    marts.read(
        Dispute.CONTRACT,
        DisputeDefects.Row.class,
        row -> {
          ofWindow.add(row);
          ofAll.add(row);
        });
    Landing landing = manifest.isEmpty() ? new Landing() : Landing.of(lake, manifest.get());
    return new Quality(
        ofWindow.defects(),
        ofAll.defects(),
        ofAll.unmappedCodes(),
        landing.feeds(),
        landing.lastLandedAt(),
        rowCounts(manifest));
  }

  private static List<Mart> rowCounts(Optional<VersionManifest> manifest) {
    return manifest.stream()
        .flatMap(
            known ->
                MartContracts.ALL.stream()
                    .map(mart -> new Mart(mart.name(), known.rowCounts().get(mart.name()))))
        .toList();
  }

  private Changes changes(Optional<VersionManifest> manifest) throws IOException {
    RestatedDates dates = new RestatedDates();
    marts.read(Restatement.CONTRACT, RestatedDates.Row.class, dates::add);
    return dates.changes(manifest);
  }
}
