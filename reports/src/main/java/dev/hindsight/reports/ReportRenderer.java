package dev.hindsight.reports;

import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.reports.cases.CaseFile;
import dev.hindsight.reports.delivery.SentReports;
import dev.hindsight.reports.due.ReportedFinding;
import dev.hindsight.reports.due.SentReport;
import dev.hindsight.reports.message.Attachment;
import dev.hindsight.reports.message.Letter;
import dev.hindsight.reports.message.MailAddress;
import dev.hindsight.reports.message.MessageComposer;
import dev.hindsight.reports.outbox.OutboxEntry;
import dev.hindsight.reports.rendering.Pages;
import dev.hindsight.reports.rendering.TextReport;
import dev.hindsight.reports.wording.CaseFileWords;
import dev.hindsight.reports.wording.LastReport;
import dev.hindsight.reports.wording.Marketplace;
import dev.hindsight.reports.wording.ReportPage;
import dev.hindsight.reports.wording.SellerWording;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Renders a row of the mart as a page and, where there is an address, as a message. Thread-safe.
 */
final class ReportRenderer {
  private final VersionName version;
  private final Marketplace marketplace;
  private final SellerWording wording;
  private final Pages pages;
  private final MessageComposer messages;
  private final SentReports sent;

  /**
   * @param sent what sellers were sent before, which decides what is new to them
   */
  ReportRenderer(ReportsRequest request, Pages pages, SentReports sent) {
    this.sent = sent;
    this.version = request.version();
    this.pages = pages;
    marketplace = request.settings().marketplace();
    wording = new SellerWording(marketplace);
    messages = new MessageComposer(request.mail().letterhead(request.settings()));
  }

  OutboxEntry render(SellerReport report) {
    ReportPage page = wording.of(report, last(report));
    String html = pages.report(page);
    byte[] message =
        MailAddress.of(report.email())
            .map(to -> messages.compose(letter(report, to, page, html)))
            .orElse(null);
    return new OutboxEntry(report.sellerId(), html, message);
  }

  private @Nullable LastReport last(SellerReport report) {
    SentReport last = sent.of(report.sellerId()).last();
    return last == null
        ? null
        : new LastReport(
            last.asOfDate(),
            last.findings().stream().map(ReportedFinding::cause).collect(Collectors.toSet()));
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
        List.of(cases(report)));
  }

  private Attachment cases(SellerReport report) {
    CaseFileWords words = CaseFileWords.of(report, marketplace);
    return new Attachment(CaseFile.NAME, "text/csv; charset=UTF-8", CaseFile.of(report, words));
  }
}
