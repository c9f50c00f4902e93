package dev.hindsight.analytics.examples;

import dev.hindsight.analytics.dataset.ContractRows;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.FulfilledBy;
import dev.hindsight.datasets.landed.Transaction;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A toy for 10 EUR sold by s-1 at the start of 2026, alone in its order. */
public final class TransactionExample {
  private final Map<Field, Object> values = new HashMap<>();

  private TransactionExample() {}

  public static TransactionExample aTransaction(String id) {
    TransactionExample transaction = new TransactionExample();
    transaction.values.put(Transaction.TRANSACTION_ID, id);
    return transaction
        .order("order of " + id)
        .seller("s-1")
        .category("toys")
        .amount("10.00", "EUR")
        .at("2026-01-01T00:00:00Z");
  }

  public TransactionExample order(String order) {
    values.put(Transaction.ORDER_ID, order);
    return this;
  }

  public TransactionExample seller(String seller) {
    values.put(Transaction.SELLER_ID, seller);
    return this;
  }

  public TransactionExample category(String category) {
    values.put(Transaction.CATEGORY, category);
    return this;
  }

  public TransactionExample amount(String amount, String currency) {
    values.put(Transaction.AMOUNT, new BigDecimal(amount));
    values.put(Transaction.CURRENCY, currency);
    return this;
  }

  public TransactionExample at(String instant) {
    Instant at = Instant.parse(instant);
    values.put(Transaction.ORDERED_AT, at);
    values.put(Transaction.ORDERED_DATE, LocalDate.ofInstant(at, ZoneOffset.UTC));
    return this;
  }

  public TransactionExample fulfilledBy(FulfilledBy party) {
    values.put(Transaction.FULFILLED_BY, party);
    return this;
  }

  public TransactionExample promised(String instant) {
    values.put(Transaction.PROMISED_BY, Instant.parse(instant));
    return this;
  }

  public TransactionExample delivered(String instant) {
    values.put(Transaction.DELIVERED_AT, Instant.parse(instant));
    return this;
  }

  public TransactionExample region(String region) {
    values.put(Transaction.SHIP_REGION, region);
    return this;
  }

  public TransactionExample sku(String sku) {
    values.put(Transaction.SKU, sku);
    return this;
  }

  public TransactionExample put(Field field, Object value) {
    values.put(field, value);
    return this;
  }

  public TransactionExample landed(int batch, long line) {
    values.put(Transaction.BATCH_NUMBER, batch);
    values.put(Transaction.LINE_NUMBER, line);
    return this;
  }

  public Transaction build() {
    return ContractRows.record(Transaction.CONTRACT, values);
  }

  public static List<Transaction> all(TransactionExample... examples) {
    return Arrays.stream(examples).map(TransactionExample::build).toList();
  }
}
