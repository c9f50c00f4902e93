package dev.hindsight.datasets.marts;

import static dev.hindsight.datasets.contract.Required.required;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Doc;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.contract.Grain;
import dev.hindsight.datasets.landed.FulfilledBy;
import dev.hindsight.datasets.landed.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dispute in its latest state as of the version's date. */
@Grain(
    value = "one row per dispute, in its latest state as of the date, all history",
    key = {"dispute_id"})
public record Dispute(
    @Doc("Identifies the dispute") String disputeId,
    @Doc("The seller that the dispute is about") String sellerId,
    @Doc("The disputed order line, as the dispute log names it") @Nullable String transactionId,
    @Doc(
            "Whether that order line was found: same id, same seller, ordered before the dispute was opened")
        boolean isTransactionFound,
    @Doc("The order of that line") @Nullable String orderId,
    @Doc("Pseudonymous id of the buyer") @Nullable String buyerId,
    @Doc("When the disputed line was ordered") @Nullable Instant orderedAt,
    @Doc("Date of `ordered_at` in the reporting time zone") @Nullable LocalDate orderedDate,
    @Doc("Category of the line, else of the event, else `UNKNOWN`") String category,
    @Doc("The seller's article number") @Nullable String sku,
    @Doc("Who carried it") @Nullable String carrier,
    @Doc("The carrier's product") @Nullable String serviceLevel,
    @Doc("Where it was sent") @Nullable String shipRegion,
    @Doc("Who stored and shipped it") @Nullable FulfilledBy fulfilledBy,
    @Doc("What was paid for the disputed line, in `transaction_currency`")
        @Nullable BigDecimal transactionAmount,
    @Doc("ISO-4217 code of `transaction_amount`") @Nullable String transactionCurrency,
    @Doc("What went wrong; `UNMAPPED` when the taxonomy does not know the source's code")
        String cause,
    @Doc("The code that the source gave") @Nullable String causeCode,
    @Doc("The family of the cause") String causeFamily,
    @Doc("Who could have prevented it, by the taxonomy") AccountableParty accountableParty,
    @Doc("First `OPENED` event; the first event of any kind where none was logged")
        Instant openedAt,
    @Doc("Date of `opened_at` in the reporting time zone") LocalDate openedDate,
    @Doc("First of the month of `opened_date`") LocalDate openedMonth,
    @Doc("The seller's first reply, offer or resolution") @Nullable Instant firstReplyAt,
    @Doc("First escalation to the marketplace") @Nullable Instant escalatedAt,
    @Doc("The decision that stands; absent while a reopened or appealed dispute waits")
        @Nullable Instant decidedAt,
    @Doc("Latest refund") @Nullable Instant refundedAt,
    @Doc("Latest closing; absent while a reopened dispute is open again")
        @Nullable Instant closedAt,
    @Doc("When the outcome was reached; absent while open") @Nullable Instant resolvedAt,
    @Doc("How it ended") Outcome outcome,
    @Doc("What is disputed: amount of the opening, else of the line, in `currency`")
        @Nullable BigDecimal disputedAmount,
    @Doc(
            "Sum of the refunds in `currency`; zero when none; absent when one has no amount or another currency")
        @Nullable BigDecimal refundedAmount,
    @Doc("ISO-4217 code of the amounts") @Nullable String currency,
    @Doc("Steps 1 to 6 of the process that were logged; a missing one is unknown, not skipped")
        List<Integer> observedSteps,
    @Doc("Hours from opening to the first reply") @Nullable Double hoursToFirstReply,
    @Doc("Hours from opening to the outcome that stands; absent while open")
        @Nullable Double hoursToResolution,
    @Doc("How often it was reopened") int reopenedCount,
    @Doc("Events known by the date") int eventCount,
    @Doc(
            "Rules of the process that it did not keep to; what is not logged is unknown, not violated")
        List<ProcessRule> violations,
    @Doc("Number of `violations`") int violationCount,
    @Doc(
            "Whether the marketplace had accepted an objection by the date: counted, but not held against the seller")
        boolean isAdjusted,
    @Doc("Why it was accepted") @Nullable String adjustmentReason,
    @Doc("When it was accepted") @Nullable Instant adjustedAt,
    @Doc("The date that this is the state of") LocalDate asOfDate) {

  public static final Contract<Dispute> CONTRACT = Contract.of("disputes", Dispute.class);
  public static final Field DISPUTE_ID = CONTRACT.field("dispute_id");
  public static final Field SELLER_ID = CONTRACT.field("seller_id");
  public static final Field TRANSACTION_ID = CONTRACT.field("transaction_id");
  public static final Field IS_TRANSACTION_FOUND = CONTRACT.field("is_transaction_found");
  public static final Field ORDER_ID = CONTRACT.field("order_id");
  public static final Field BUYER_ID = CONTRACT.field("buyer_id");
  public static final Field ORDERED_AT = CONTRACT.field("ordered_at");
  public static final Field ORDERED_DATE = CONTRACT.field("ordered_date");
  public static final Field CATEGORY = CONTRACT.field("category");
  public static final Field SKU = CONTRACT.field("sku");
  public static final Field CARRIER = CONTRACT.field("carrier");
  public static final Field SERVICE_LEVEL = CONTRACT.field("service_level");
  public static final Field SHIP_REGION = CONTRACT.field("ship_region");
  public static final Field FULFILLED_BY = CONTRACT.field("fulfilled_by");
  public static final Field TRANSACTION_AMOUNT = CONTRACT.field("transaction_amount");
  public static final Field TRANSACTION_CURRENCY = CONTRACT.field("transaction_currency");
  public static final Field CAUSE = CONTRACT.field("cause");
  public static final Field CAUSE_CODE = CONTRACT.field("cause_code");
  public static final Field CAUSE_FAMILY = CONTRACT.field("cause_family");
  public static final Field ACCOUNTABLE_PARTY = CONTRACT.field("accountable_party");
  public static final Field OPENED_AT = CONTRACT.field("opened_at");
  public static final Field OPENED_DATE = CONTRACT.field("opened_date");
  public static final Field OPENED_MONTH = CONTRACT.field("opened_month");
  public static final Field FIRST_REPLY_AT = CONTRACT.field("first_reply_at");
  public static final Field ESCALATED_AT = CONTRACT.field("escalated_at");
  public static final Field DECIDED_AT = CONTRACT.field("decided_at");
  public static final Field REFUNDED_AT = CONTRACT.field("refunded_at");
  public static final Field CLOSED_AT = CONTRACT.field("closed_at");
  public static final Field RESOLVED_AT = CONTRACT.field("resolved_at");
  public static final Field OUTCOME = CONTRACT.field("outcome");
  public static final Field DISPUTED_AMOUNT = CONTRACT.field("disputed_amount");
  public static final Field REFUNDED_AMOUNT = CONTRACT.field("refunded_amount");
  public static final Field CURRENCY = CONTRACT.field("currency");
  public static final Field OBSERVED_STEPS = CONTRACT.field("observed_steps");
  public static final Field HOURS_TO_FIRST_REPLY = CONTRACT.field("hours_to_first_reply");
  public static final Field HOURS_TO_RESOLUTION = CONTRACT.field("hours_to_resolution");
  public static final Field REOPENED_COUNT = CONTRACT.field("reopened_count");
  public static final Field EVENT_COUNT = CONTRACT.field("event_count");
  public static final Field VIOLATIONS = CONTRACT.field("violations");
  public static final Field VIOLATION_COUNT = CONTRACT.field("violation_count");
  public static final Field IS_ADJUSTED = CONTRACT.field("is_adjusted");
  public static final Field ADJUSTMENT_REASON = CONTRACT.field("adjustment_reason");
  public static final Field ADJUSTED_AT = CONTRACT.field("adjusted_at");
  public static final Field AS_OF_DATE = CONTRACT.field("as_of_date");

  public Dispute {
    required(disputeId, "disputeId");
    required(sellerId, "sellerId");
    required(category, "category");
    required(cause, "cause");
    required(causeFamily, "causeFamily");
    required(accountableParty, "accountableParty");
    required(openedAt, "openedAt");
    required(openedDate, "openedDate");
    required(openedMonth, "openedMonth");
    required(outcome, "outcome");
    required(asOfDate, "asOfDate");
    observedSteps = List.copyOf(required(observedSteps, "observedSteps"));
    violations = List.copyOf(required(violations, "violations"));
  }
}
