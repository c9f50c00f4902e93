package dev.hindsight.ingest.disputes;

import static dev.hindsight.datasets.contract.Required.required;

import dev.hindsight.datasets.landed.Actor;
import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.datasets.landed.EventType;
import dev.hindsight.datasets.landed.Outcome;
import dev.hindsight.ingest.feeds.Feed;
import dev.hindsight.ingest.feeds.FeedColumns;
import dev.hindsight.ingest.rows.Cells;
import dev.hindsight.ingest.rows.Choices;
import dev.hindsight.ingest.rows.FeedRow;
import dev.hindsight.ingest.rows.ParsedRow;
import dev.hindsight.ingest.rows.RowOrigin;
import dev.hindsight.ingest.rows.RowParser;
import dev.hindsight.ingest.rows.UtcDates;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Makes events of a dispute log's rows. */
public class DisputeEventRowParser implements RowParser<DisputeEvent> {
  private static final FeedColumns COLUMNS = Feed.DISPUTE_EVENTS.columns();
  private static final int EVENT_TYPE = COLUMNS.place("event_type");
  private static final int OCCURRED_AT = COLUMNS.place("occurred_at");
  private static final int ACTOR = COLUMNS.place("actor");
  private static final int CURRENCY = COLUMNS.place("currency");
  private static final int AMOUNT = COLUMNS.place("amount");
  private static final int OUTCOME = COLUMNS.place("outcome");
  private static final int EVENT_ID = COLUMNS.place("event_id");
  private static final int DISPUTE_ID = COLUMNS.place("dispute_id");
  private static final int SELLER_ID = COLUMNS.place("seller_id");
  private static final int TRANSACTION_ID = COLUMNS.place("transaction_id");
  private static final int CAUSE = COLUMNS.place("cause");
  private static final int CATEGORY = COLUMNS.place("category");

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
  private final UtcDates dates = new UtcDates();

  public DisputeEventRowParser(RowOrigin origin) {
    this.origin = origin;
  }

  @Override
  public LocalDate dateOf(DisputeEvent event) {
    return event.occurredDate();
  }

  @Override
  public ParsedRow<DisputeEvent> parse(FeedRow row) {
    Cells cells = new Cells(row, origin, COLUMNS);
    EventType eventType = cells.oneOf(EVENT_TYPE, EVENT_TYPES);
    requireWhatBelongsTogether(cells, eventType);
    Instant occurredAt = cells.instant(OCCURRED_AT, origin.happened());
    Actor actor = cells.oneOf(ACTOR, ACTORS);
    Currency currency = cells.currency(CURRENCY);
    BigDecimal amount = cells.amount(AMOUNT, currency);
    Outcome outcome = cells.oneOf(OUTCOME, DECISIONS);
    return cells.accept(
        () ->
            new DisputeEvent(
                required(row.cell(EVENT_ID), "eventId"),
                required(row.cell(DISPUTE_ID), "disputeId"),
                required(row.cell(SELLER_ID), "sellerId"),
                required(eventType, "eventType"),
                required(occurredAt, "occurredAt"),
                dates.of(required(occurredAt, "occurredAt")),
                row.cell(TRANSACTION_ID),
                actor,
                row.cell(CAUSE),
                amount,
                currency == null ? null : currency.getCurrencyCode(),
                outcome,
                row.cell(CATEGORY),
                origin.batchNumber(),
                row.line()));
  }

  private static void requireWhatBelongsTogether(Cells cells, @Nullable EventType eventType) {
    if (eventType == EventType.OPENED) {
      cells.require(CAUSE, "every OPENED event needs it");
    }
    if (eventType == EventType.DECIDED) {
      cells.require(OUTCOME, "every DECIDED event needs it");
    }
    if (cells.text(AMOUNT) != null) {
      cells.require(CURRENCY, "an amount needs it");
    }
    if (cells.text(CURRENCY) != null) {
      cells.require(AMOUNT, "a currency needs it");
    }
  }
}
