package dev.hindsight.datasets.landed;

import static dev.hindsight.datasets.contract.Required.required;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Doc;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.contract.Grain;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Something that happened to a dispute, as the dispute log told it. */
@Grain(
    value =
        "one row per landed row of a dispute log; a repeated `event_id` counts once, its latest row",
    key = {"event_id"})
public record DisputeEvent(
    @Doc("Identifies the event") String eventId,
    @Doc("The dispute it belongs to") String disputeId,
    @Doc("The seller that the dispute is about") String sellerId,
    @Doc("What happened") EventType eventType,
    @Doc("When it happened") Instant occurredAt,
    @Doc("Date of `occurred_at` in UTC") LocalDate occurredDate,
    @Doc("The disputed order line") @Nullable String transactionId,
    @Doc("Who did it") @Nullable Actor actor,
    @Doc("What the buyer says went wrong, as the source codes it; present on `OPENED`")
        @Nullable String cause,
    @Doc("Amount of the event, in `currency`: disputed, offered or refunded")
        @Nullable BigDecimal amount,
    @Doc("ISO-4217 code of `amount`") @Nullable String currency,
    @Doc("How it was decided; present on `DECIDED`") @Nullable Outcome outcome,
    @Doc("Category of the disputed goods, where the source knows no transactions")
        @Nullable String category,
    @Doc("Number of the landed file; a higher one is later") int batchNumber,
    @Doc("Line of that file where the row starts; a higher one is later") long lineNumber) {

  public static final Contract<DisputeEvent> CONTRACT =
      Contract.of("dispute_events", DisputeEvent.class);
  public static final Field EVENT_ID = CONTRACT.field("event_id");
  public static final Field DISPUTE_ID = CONTRACT.field("dispute_id");
  public static final Field SELLER_ID = CONTRACT.field("seller_id");
  public static final Field EVENT_TYPE = CONTRACT.field("event_type");
  public static final Field OCCURRED_AT = CONTRACT.field("occurred_at");
  public static final Field OCCURRED_DATE = CONTRACT.field("occurred_date");
  public static final Field TRANSACTION_ID = CONTRACT.field("transaction_id");
  public static final Field ACTOR = CONTRACT.field("actor");
  public static final Field CAUSE = CONTRACT.field("cause");
  public static final Field AMOUNT = CONTRACT.field("amount");
  public static final Field CURRENCY = CONTRACT.field("currency");
  public static final Field OUTCOME = CONTRACT.field("outcome");
  public static final Field CATEGORY = CONTRACT.field("category");
  public static final Field BATCH_NUMBER = CONTRACT.field("batch_number");
  public static final Field LINE_NUMBER = CONTRACT.field("line_number");

  public DisputeEvent {
    required(eventId, "eventId");
    required(disputeId, "disputeId");
    required(sellerId, "sellerId");
    required(eventType, "eventType");
    required(occurredAt, "occurredAt");
    required(occurredDate, "occurredDate");
  }
}
