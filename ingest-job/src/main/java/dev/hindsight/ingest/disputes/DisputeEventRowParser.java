package dev.hindsight.ingest.disputes;

import static dev.hindsight.datasets.contract.Required.required;

import dev.hindsight.datasets.landed.Actor;
import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.datasets.landed.EventType;
import dev.hindsight.datasets.landed.Outcome;
import dev.hindsight.ingest.csv.CsvRow;
import dev.hindsight.ingest.csv.FeedColumns;
import dev.hindsight.ingest.rows.Cells;
import dev.hindsight.ingest.rows.Choices;
import dev.hindsight.ingest.rows.ParsedRow;
import dev.hindsight.ingest.rows.RowOrigin;
import dev.hindsight.ingest.rows.RowParser;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes events of a dispute log's rows. */
public class DisputeEventRowParser implements RowParser<DisputeEvent> {
  static final FeedColumns COLUMNS =
      new FeedColumns(
          List.of("event_id", "dispute_id", "seller_id", "event_type", "occurred_at"),
          List.of(),
          List.of("transaction_id", "actor", "cause", "amount", "currency", "outcome", "category"));

  private static final Choices<EventType> EVENT_TYPES = Choices.of(EventType.values());
  private static final Choices<Actor> ACTORS = Choices.of(Actor.values());
  private static final Choices<Outcome> DECISIONS =
      Choices.of(
          Outcome.SELLER_FAVOUR,
          Outcome.BUYER_FAVOUR,
          Outcome.PARTIAL,
          Outcome.MARKETPLACE_PAID,
          Outcome.ACCEPTED_BY_SELLER,
          Outcome.WITHDRAWN);

  private final RowOrigin origin;

  public DisputeEventRowParser(RowOrigin origin) {
    this.origin = origin;
  }

  @Override
  public ParsedRow<DisputeEvent> parse(CsvRow row) {
    return Cells.ofWidth(row, origin, () -> parsed(row));
  }

  @Override
  public LocalDate dateOf(DisputeEvent event) {
    return event.occurredDate();
  }

  private ParsedRow<DisputeEvent> parsed(CsvRow row) {
    Cells cells = new Cells(row, origin, COLUMNS);
    EventType eventType = cells.oneOf("event_type", EVENT_TYPES);
    requireWhatBelongsTogether(cells, eventType);
    Instant occurredAt = cells.instant("occurred_at", origin.happened());
    Actor actor = cells.oneOf("actor", ACTORS);
    Currency currency = cells.currency("currency");
    BigDecimal amount = cells.amount("amount", currency);
    Outcome outcome = cells.oneOf("outcome", DECISIONS);
    return cells.accept(
        () ->
            new DisputeEvent(
                required(row.cell("event_id"), "eventId"),
                required(row.cell("dispute_id"), "disputeId"),
                required(row.cell("seller_id"), "sellerId"),
                required(eventType, "eventType"),
                required(occurredAt, "occurredAt"),
                required(occurredAt, "occurredAt").atOffset(ZoneOffset.UTC).toLocalDate(),
                row.cell("transaction_id"),
                actor,
                row.cell("cause"),
                amount,
                currency == null ? null : currency.getCurrencyCode(),
                outcome,
                row.cell("category"),
                origin.batchNumber(),
                row.line()));
  }

  private static void requireWhatBelongsTogether(Cells cells, @Nullable EventType eventType) {
    if (eventType == EventType.OPENED) {
      cells.require("cause", "every OPENED event needs it");
    }
    if (eventType == EventType.DECIDED) {
      cells.require("outcome", "every DECIDED event needs it");
    }
    if (cells.text("amount") != null) {
      cells.require("currency", "an amount needs it");
    }
    if (cells.text("currency") != null) {
      cells.require("amount", "a currency needs it");
    }
  }
}
