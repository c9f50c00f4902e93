package dev.hindsight.ingest.disputes;

import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.Actor;
import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.datasets.landed.EventType;
import dev.hindsight.datasets.landed.Outcome;
import dev.hindsight.ingest.feeds.Feed;
import dev.hindsight.ingest.feeds.FeedColumns;
import dev.hindsight.ingest.parquet.ContractWriter;
import dev.hindsight.ingest.rows.Cells;
import dev.hindsight.ingest.rows.Choices;
import dev.hindsight.ingest.rows.CopiedTexts;
import dev.hindsight.ingest.rows.FeedRow;
import dev.hindsight.ingest.rows.ParsedRow;
import dev.hindsight.ingest.rows.Problem;
import dev.hindsight.ingest.rows.RowOrigin;
import dev.hindsight.ingest.rows.RowParser;
import dev.hindsight.ingest.rows.UtcDay;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes events of a dispute log's rows. */
public class DisputeEventRowParser implements RowParser {
  private static final FeedColumns COLUMNS = Feed.DISPUTE_EVENTS.columns();
  private static final int EVENT_TYPE = COLUMNS.place("event_type");
  private static final int OCCURRED_AT = COLUMNS.place("occurred_at");
  private static final int ACTOR = COLUMNS.place("actor");
  private static final int CURRENCY = COLUMNS.place("currency");
  private static final int AMOUNT = COLUMNS.place("amount");
  private static final int OUTCOME = COLUMNS.place("outcome");
  private static final int CAUSE = COLUMNS.place("cause");

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

  private static final CopiedTexts TEXTS = CopiedTexts.of(COLUMNS, DisputeEvent.CONTRACT);

  private final RowOrigin origin;

  public DisputeEventRowParser(RowOrigin origin) {
    this.origin = origin;
  }

  @Override
  public ParsedRow parse(FeedRow row) {
    Cells cells = new Cells(row, origin, COLUMNS);
    EventType eventType = cells.oneOf(EVENT_TYPE, EVENT_TYPES);
    requireWhatBelongsTogether(cells, eventType);
    long occurredAt = cells.instant(OCCURRED_AT, origin.happened());
    cells.oneOf(ACTOR, ACTORS);
    Currency currency = cells.currency(CURRENCY);
    long amount = cells.amount(AMOUNT, currency);
    cells.oneOf(OUTCOME, DECISIONS);
    return new Event(row, origin.batchNumber(), cells.problems(), occurredAt, amount);
  }

  private static void requireWhatBelongsTogether(Cells cells, @Nullable EventType eventType) {
    if (eventType == EventType.OPENED) {
      cells.require(CAUSE, "every OPENED event needs it");
    }
    if (eventType == EventType.DECIDED) {
      cells.require(OUTCOME, "every DECIDED event needs it");
    }
    if (cells.isFilled(AMOUNT)) {
      cells.require(CURRENCY, "an amount needs it");
    }
    if (cells.isFilled(CURRENCY)) {
      cells.require(AMOUNT, "a currency needs it");
    }
  }

  /** An event; its numbers are as the contract's columns have them. */
  private record Event(
      FeedRow row, int batchNumber, List<Problem> problems, long occurredAt, long amount)
      implements ParsedRow {
    private static final int OCCURRED_AT = place(DisputeEvent.OCCURRED_AT);
    private static final int OCCURRED_DATE = place(DisputeEvent.OCCURRED_DATE);
    private static final int AMOUNT = place(DisputeEvent.AMOUNT);
    private static final int BATCH_NUMBER = place(DisputeEvent.BATCH_NUMBER);
    private static final int LINE_NUMBER = place(DisputeEvent.LINE_NUMBER);

    private static int place(Field field) {
      return DisputeEvent.CONTRACT.place(field);
    }

    @Override
    public long epochDay() {
      return UtcDay.of(occurredAt);
    }

    @Override
    public void writeTo(ContractWriter rows) {
      TEXTS.write(row, rows);
      rows.number(OCCURRED_AT, occurredAt);
      rows.number(OCCURRED_DATE, epochDay());
      rows.number(AMOUNT, amount);
      rows.number(BATCH_NUMBER, batchNumber);
      rows.number(LINE_NUMBER, row.line());
    }
  }
}
