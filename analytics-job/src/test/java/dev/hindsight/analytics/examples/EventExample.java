package dev.hindsight.analytics.examples;

import dev.hindsight.analytics.dataset.ContractRows;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.Actor;
import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.datasets.landed.EventType;
import dev.hindsight.datasets.landed.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An event of a dispute with seller s-1, at the start of 2026, without anything optional. */
public final class EventExample {
  private final Map<Field, Object> values = new HashMap<>();

  private EventExample() {}

  public static EventExample anEvent(String dispute, EventType type) {
    EventExample event = new EventExample();
    event.values.put(DisputeEvent.DISPUTE_ID, dispute);
    event.values.put(DisputeEvent.EVENT_TYPE, type);
    event.values.put(DisputeEvent.SELLER_ID, "s-1");
    return event.at("2026-01-01T00:00:00Z");
  }

  /** Its id, unless given, is made of the dispute, the type and the instant. */
  public EventExample id(String event) {
    values.put(DisputeEvent.EVENT_ID, event);
    return this;
  }

  public EventExample at(String instant) {
    Instant at = Instant.parse(instant);
    values.put(DisputeEvent.OCCURRED_AT, at);
    values.put(DisputeEvent.OCCURRED_DATE, LocalDate.ofInstant(at, ZoneOffset.UTC));
    return this;
  }

  public EventExample seller(String seller) {
    values.put(DisputeEvent.SELLER_ID, seller);
    return this;
  }

  public EventExample by(Actor actor) {
    values.put(DisputeEvent.ACTOR, actor);
    return this;
  }

  public EventExample about(String transaction) {
    values.put(DisputeEvent.TRANSACTION_ID, transaction);
    return this;
  }

  public EventExample cause(String code) {
    values.put(DisputeEvent.CAUSE, code);
    return this;
  }

  public EventExample category(String category) {
    values.put(DisputeEvent.CATEGORY, category);
    return this;
  }

  public EventExample amount(String amount) {
    values.put(DisputeEvent.AMOUNT, new BigDecimal(amount));
    return this;
  }

  public EventExample amount(String amount, String currency) {
    values.put(DisputeEvent.CURRENCY, currency);
    return amount(amount);
  }

  public EventExample outcome(Outcome outcome) {
    values.put(DisputeEvent.OUTCOME, outcome);
    return this;
  }

  public EventExample landed(int batch, long line) {
    values.put(DisputeEvent.BATCH_NUMBER, batch);
    values.put(DisputeEvent.LINE_NUMBER, line);
    return this;
  }

  public DisputeEvent build() {
    values.putIfAbsent(
        DisputeEvent.EVENT_ID,
        "%s %s %s"
            .formatted(
                values.get(DisputeEvent.DISPUTE_ID),
                values.get(DisputeEvent.EVENT_TYPE),
                values.get(DisputeEvent.OCCURRED_AT)));
    return ContractRows.record(DisputeEvent.CONTRACT, values);
  }

  public static List<DisputeEvent> all(EventExample... examples) {
    return Arrays.stream(examples).map(EventExample::build).toList();
  }
}
