package dev.hindsight.reports;

import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.reports.listing.OutboxIndex;
import dev.hindsight.reports.listing.ReportEntry;
import dev.hindsight.reports.listing.ReportListing;
import dev.hindsight.reports.mart.MartRows;
import dev.hindsight.reports.outbox.Outbox;
import dev.hindsight.reports.overview.Overview;
import dev.hindsight.reports.overview.OverviewPage;
import dev.hindsight.reports.overview.OverviewReading;
import dev.hindsight.reports.rendering.Pages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Writes the index of the reports and the overview, and makes all of them visible at once. Begins
 * anew on every start.
 */
final class IndexTasklet implements Tasklet {
  static final String REPORT_COUNT = "reportCount";
  static final String WITHOUT_ADDRESS_COUNT = "withoutAddressCount";

  private static final Logger log = LoggerFactory.getLogger(IndexTasklet.class);

  private final ReportsRequest request;
  private final Pages pages;

  IndexTasklet(ReportsRequest request, Pages pages) {
    this.request = request;
    this.pages = pages;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    Outbox outbox = new Outbox(request.outbox(), request.version());
    OutboxIndex index =
        new ReportListing(request.settings().marketplaceName(), request.version()).of(entries());
    Overview overview =
        new OverviewReading(request.lake(), request.version())
            .read(request.settings().marketplaceName());
    outbox.writeOverview(pages.overview(OverviewPage.besideReports(overview)));
    outbox.finish(pages.index(index));
    outbox.showOverview(pages.overview(OverviewPage.aboveReports(overview)));
    ExecutionContext results = contribution.getStepExecution().getExecutionContext();
    results.putLong(REPORT_COUNT, index.reportCount());
    results.putLong(WITHOUT_ADDRESS_COUNT, index.withoutAddress().size());
    log.info(
        "Reports of version {}: {}, of them without an address {}, in {}",
        request.version(),
        index.reportCount(),
        index.withoutAddress().size(),
        outbox.folder());
    return RepeatStatus.FINISHED;
  }

  private List<ReportEntry> entries() throws IOException {
    List<ReportEntry> entries = new ArrayList<>();
    try (MartRows<ReportEntry> rows =
        MartRows.open(
            request.lake(), request.version(), SellerReport.CONTRACT, ReportEntry.class)) {
      rows.forEachRemaining(entries::add);
    }
    return entries;
  }
}
