package dev.hindsight.sample;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The log of dispute events. Events wait here until their day has come; those that would happen
 * after the last day are never written, so that their disputes stay open.
 */
final class DisputeLog implements Closeable {
  private static final List<String> HEADER =
      List.of(
          "event_id",
          "dispute_id",
          "seller_id",
          "event_type",
          "occurred_at",
          "transaction_id",
          "actor",
          "cause",
          "amount",
          "currency",
          "outcome");

  private static final Comparator<DisputeEvent> BY_TIME =
      Comparator.comparing(DisputeEvent::occurredAt).thenComparing(event -> event.dispute().id());

  private final MonthlyCsv csv;
  private final PriorityQueue<DisputeEvent> waiting = new PriorityQueue<>(BY_TIME);
  private long disputeCount;

  DisputeLog(Path landing) {
    this.csv = new MonthlyCsv(landing, LandingFolder.DISPUTE_EVENTS, HEADER);
  }

  void await(List<DisputeEvent> events) {
    waiting.addAll(events);
  }

  void writeDay(LocalDate day) throws IOException {
    csv.startDay(day);
    while (isDue(waiting.peek(), day)) {
      write(waiting.remove());
    }
  }

  long disputeCount() {
    return disputeCount;
  }

  long eventCount() {
    return csv.rowCount();
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }

  private static boolean isDue(@Nullable DisputeEvent event, LocalDate day) {
    return event != null && !LocalDate.ofInstant(event.occurredAt(), ZoneOffset.UTC).isAfter(day);
  }

  private void write(DisputeEvent event) throws IOException {
    boolean opens = event.step() == DisputeEvent.Step.OPENED;
    if (opens) {
      disputeCount++;
    }
    Dispute dispute = event.dispute();
    Long cents = event.cents();
    csv.row(
        String.format(Locale.ROOT, "e-%05d", csv.rowCount() + 1),
        dispute.id(),
        dispute.seller().id(),
        event.step(),
        event.occurredAt(),
        dispute.transactionId(),
        event.actor(),
        opens ? dispute.cause() : null,
        cents == null ? null : LandingFolder.amount(cents),
        cents == null ? null : LandingFolder.CURRENCY,
        event.outcome());
  }
}
