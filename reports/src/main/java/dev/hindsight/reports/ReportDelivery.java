package dev.hindsight.reports;

import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.reports.delivery.Delivery;
import dev.hindsight.reports.delivery.DeliveryFilter;
import dev.hindsight.reports.delivery.DeliveryLog;
import dev.hindsight.reports.delivery.DeliveryState;
import dev.hindsight.reports.delivery.PlannedReport;
import dev.hindsight.reports.delivery.SentReports;
import dev.hindsight.reports.due.Decision;
import dev.hindsight.reports.due.DueRules;
import dev.hindsight.reports.due.SellerNews;
import dev.hindsight.reports.due.SkipReason;
import dev.hindsight.reports.mart.MartRows;
import dev.hindsight.reports.outbox.Outbox;
import dev.hindsight.reports.outbox.ReportFileName;
import dev.hindsight.reports.smtp.ReportSending;
import dev.hindsight.reports.smtp.SendingResult;
import dev.hindsight.reports.smtp.SmtpSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides who gets a version's report, records it, and sends what is due. What a killed run left is
 * gone on with; what it was just handing over is never sent again by itself.
 *
 * <p>Whoever calls it holds the lake.
 */
public final class ReportDelivery {
  private final DeliveryLog log;

  public ReportDelivery(DeliveryLog log) {
    this.log = log;
  }

  /** Decides, without recording anything. */
  public List<PlannedReport> decide(DeliveryRequest request) throws IOException {
    SentReports sent = log.sentUntil(request.version().asOfDate());
    DueRules rules =
        new DueRules(
            request.calendar(),
            request.version().asOfDate(),
            request.isBackFill(),
            request.silenced());
    List<PlannedReport> reports = new ArrayList<>();
    try (MartRows<NewsRow> rows =
        MartRows.open(request.lake(), request.version(), SellerReport.CONTRACT, NewsRow.class)) {
      while (rows.hasNext()) {
        SellerNews news = rows.next().news();
        reports.add(new PlannedReport(news, rules.decide(news, sent.of(news.sellerId()))));
      }
    }
    return reports;
  }

  /** Decides, records, and sends what is due; the reports lie in the outbox. */
  public DeliveryResult deliver(DeliveryRequest request) throws IOException {
    long interrupted = log.closeInterrupted();
    List<PlannedReport> reports = decide(request);
    log.decided(request.version(), reports);
    SmtpSettings smtp = request.smtp();
    SendingResult sending = null;
    if (smtp != null && !request.isBackFill()) {
      log.planned(request.version(), reports);
      sending = sending(request.outbox(), smtp).send(planned());
    }
    return result(reports, interrupted, sending);
  }

  private List<Delivery> planned() {
    return log.find(new DeliveryFilter(Set.of(DeliveryState.PLANNED), Set.of(), null, null));
  }

  /**
   * Sends reports again of which nobody knows what became, or which were refused, because somebody
   * asks; never to sellers who want no mail.
   *
   * @throws MissingMessageException before any is sent, when one no longer lies in the outbox
   */
  public DeliveryResult resend(DeliveryRequest request, DeliveryFilter filter) {
    SmtpSettings smtp = Objects.requireNonNull(request.smtp(), "smtp");
    log.closeInterrupted();
    List<Delivery> asked =
        log.find(filter).stream().filter(delivery -> isResendable(delivery, request)).toList();
    for (Delivery delivery : asked) {
      Path message = message(request.outbox(), delivery);
      if (!Files.isRegularFile(message)) {
        throw new MissingMessageException(delivery, message);
      }
    }
    return new DeliveryResult(
        asked.size(), Map.of(), 0, sending(request.outbox(), smtp).send(asked));
  }

  private static boolean isResendable(Delivery delivery, DeliveryRequest request) {
    return (delivery.state() == DeliveryState.UNKNOWN || delivery.state() == DeliveryState.FAILED)
        && !request.silenced().isSilent(delivery.sellerId(), delivery.address());
  }

  private ReportSending sending(Path outbox, SmtpSettings smtp) {
    return new ReportSending(smtp, log, delivery -> Files.readAllBytes(message(outbox, delivery)));
  }

  private static Path message(Path outbox, Delivery delivery) {
    return new Outbox(outbox, delivery.version())
        .folder()
        .resolve(ReportFileName.message(delivery.sellerId()));
  }

  private static DeliveryResult result(
      List<PlannedReport> reports, long interrupted, @Nullable SendingResult sending) {
    Map<SkipReason, Long> skipped =
        reports.stream()
            .map(PlannedReport::decision)
            .map(Decision::skipReason)
            .filter(Objects::nonNull)
            .collect(Collectors.groupingBy(reason -> reason, Collectors.counting()));
    long due = reports.stream().filter(report -> report.decision().isDue()).count();
    return new DeliveryResult(due, skipped, interrupted, sending);
  }
}
