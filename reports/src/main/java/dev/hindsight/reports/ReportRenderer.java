package dev.hindsight.reports;

import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.reports.message.Letter;
import dev.hindsight.reports.message.MailAddress;
import dev.hindsight.reports.message.MessageComposer;
import dev.hindsight.reports.outbox.OutboxEntry;
import dev.hindsight.reports.rendering.Pages;
import dev.hindsight.reports.rendering.TextReport;
import dev.hindsight.reports.wording.ReportPage;
import dev.hindsight.reports.wording.SellerWording;
import java.util.List;

/**
 * Renders a row of the mart as a page and, where there is an address, as a message. Thread-safe.
 */
final class ReportRenderer {
  private final VersionName version;
  private final SellerWording wording;
  private final Pages pages;
  private final MessageComposer messages;

  ReportRenderer(ReportsRequest request, Pages pages) {
    this.version = request.version();
    this.pages = pages;
    wording = new SellerWording(request.settings().marketplaceName());
    messages = new MessageComposer(request.mail().letterhead(request.settings()));
  }

  OutboxEntry render(SellerReport report) {
    ReportPage page = wording.of(report);
    String html = pages.report(page);
    byte[] message =
        MailAddress.of(report.email())
            .map(to -> messages.compose(letter(report, to, page, html)))
            .orElse(null);
    return new OutboxEntry(report.sellerId(), html, message);
  }

  private Letter letter(SellerReport report, MailAddress to, ReportPage page, String html) {
    return new Letter(
        version + "/" + report.sellerId(),
        report.sellerId(),
        report.asOfDate(),
        to,
        page.sellerName(),
        page.language(),
        page.subject(),
        html,
        TextReport.of(page),
        List.of());
  }
}
