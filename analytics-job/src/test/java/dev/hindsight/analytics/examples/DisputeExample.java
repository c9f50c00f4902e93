package dev.hindsight.analytics.examples;

import dev.hindsight.analytics.dataset.ContractRows;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.Outcome;
import dev.hindsight.datasets.marts.AccountableParty;
import dev.hindsight.datasets.marts.Dispute;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A row of the mart: a toy of s-1, ordered and disputed on 1 January 2026 as defective, still open,
 * 10 EUR, nothing refunded.
 */
public final class DisputeExample {
  private static final LocalDate AS_OF = LocalDate.parse("2026-01-31");

  private final Map<Field, Object> values = new HashMap<>();

  private DisputeExample() {}

  public static DisputeExample aDispute(String id) {
    DisputeExample dispute = new DisputeExample();
    dispute.put("dispute_id", id).put("event_count", 1).put("observed_steps", List.of(1));
    dispute.put("cause_family", "NOT_AS_DESCRIBED").put("as_of_date", AS_OF);
    dispute.put("accountable_party", AccountableParty.SELLER);
    dispute.put("is_adjusted", false);
    dispute.put("currency", "EUR").put("disputed_amount", new BigDecimal("10.00"));
    dispute.put("transaction_currency", "EUR").put("transaction_amount", new BigDecimal("10.00"));
    return dispute
        .put("refunded_amount", BigDecimal.ZERO)
        .seller("s-1")
        .category("toys")
        .cause("DEFECTIVE")
        .line("line of " + id, "order of " + id)
        .ordered("2026-01-01T00:00:00Z")
        .opened("2026-01-01T12:00:00Z")
        .ended(Outcome.OPEN);
  }

  public DisputeExample put(String column, Object value) {
    values.put(Dispute.CONTRACT.field(column), value);
    return this;
  }

  public DisputeExample without(String column) {
    values.remove(Dispute.CONTRACT.field(column));
    return this;
  }

  public DisputeExample seller(String seller) {
    return put("seller_id", seller);
  }

  public DisputeExample category(String category) {
    return put("category", category);
  }

  public DisputeExample cause(String cause) {
    return put("cause", cause);
  }

  public DisputeExample line(String transaction, String order) {
    return put("is_transaction_found", true)
        .put("transaction_id", transaction)
        .put("order_id", order);
  }

  public DisputeExample ordered(String instant) {
    Instant at = Instant.parse(instant);
    return put("ordered_at", at).put("ordered_date", LocalDate.ofInstant(at, ZoneOffset.UTC));
  }

  public DisputeExample withoutLine() {
    return without("ordered_at")
        .without("ordered_date")
        .without("order_id")
        .without("transaction_amount")
        .without("transaction_currency")
        .put("is_transaction_found", false);
  }

  public DisputeExample opened(String instant) {
    LocalDate date = LocalDate.ofInstant(Instant.parse(instant), ZoneOffset.UTC);
    return put("opened_at", Instant.parse(instant))
        .put("opened_date", date)
        .put("opened_month", date.withDayOfMonth(1));
  }

  public DisputeExample ended(Outcome outcome) {
    return put("outcome", outcome);
  }

  public DisputeExample resolvedAfter(Duration time) {
    return put("resolved_at", openedAt().plus(time));
  }

  public DisputeExample repliedAfter(Duration time) {
    return put("first_reply_at", openedAt().plus(time))
        .put("hours_to_first_reply", time.toSeconds() / 3600.0)
        .put("observed_steps", List.of(1, 2));
  }

  public DisputeExample escalated() {
    return put("escalated_at", openedAt()).put("observed_steps", List.of(1, 3));
  }

  public DisputeExample amounts(String disputed, String refunded, String currency) {
    return put("disputed_amount", new BigDecimal(disputed))
        .put("refunded_amount", new BigDecimal(refunded))
        .put("currency", currency);
  }

  public DisputeExample adjusted() {
    return put("is_adjusted", true)
        .put("adjustment_reason", "CARRIER_STRIKE")
        .put("adjusted_at", openedAt().plus(Duration.ofDays(7)));
  }

  private Instant openedAt() {
    return (Instant) Objects.requireNonNull(values.get(Dispute.OPENED_AT));
  }

  public Dispute build() {
    return ContractRows.record(Dispute.CONTRACT, values);
  }

  public static List<Dispute> all(DisputeExample... examples) {
    return Arrays.stream(examples).map(DisputeExample::build).toList();
  }
}
