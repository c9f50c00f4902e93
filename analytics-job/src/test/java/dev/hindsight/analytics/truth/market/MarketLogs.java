package dev.hindsight.analytics.truth.market;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The logs of a market in the canonical landing formats; no value in them needs quotes. */
final class MarketLogs implements Closeable {
  private static final String CURRENCY = "EUR";

  private final BufferedWriter transactions;
  private final BufferedWriter events;
  private long orderCount;
  private long lineCount;

  private MarketLogs(BufferedWriter transactions, BufferedWriter events) {
    this.transactions = transactions;
    this.events = events;
  }

  static MarketLogs in(Path landing) throws IOException {
    Files.createDirectories(landing);
    BufferedWriter transactions = Files.newBufferedWriter(landing.resolve("transactions.csv"));
    transactions.write(
        "transaction_id,order_id,seller_id,category,amount,currency,ordered_at,buyer_id,sku,quantity,promised_by,shipped_at,delivered_at,carrier,service_level,ship_region,fulfilled_by\n");
    BufferedWriter events = Files.newBufferedWriter(landing.resolve("dispute-events.csv"));
    events.write(
        "event_id,dispute_id,seller_id,event_type,occurred_at,transaction_id,actor,cause,amount,currency\n");
    return new MarketLogs(transactions, events);
  }

  void add(Order order) throws IOException {
    orderCount++;
    for (Order.Line line : order.lines()) {
      lineCount++;
      add(order, line);
      Instant openedAt = line.openedAt();
      if (openedAt != null) {
        addOpened(order, line, openedAt);
      }
    }
  }

  @Override
  public void close() throws IOException {
    try (transactions) {
      events.close();
    }
  }

  private void add(Order order, Order.Line line) throws IOException {
    Way way = order.way();
    boolean arrives = line.complaint() != Complaint.ITEM_NOT_RECEIVED;
    write(
        transactions,
        "t-" + lineCount,
        "o-" + orderCount,
        order.seller().id(),
        "category-" + line.article().category(),
        line.article().price(),
        CURRENCY,
        order.orderedAt(),
        order.buyer(),
        line.article().sku(),
        1,
        order.promisedBy(),
        order.shippedAt(),
        arrives ? order.deliveredAt() : null,
        way.carrier(),
        way.service().code(),
        way.region(),
        way.isByMarketplace() ? "MARKETPLACE" : "SELLER");
  }

  private void addOpened(Order order, Order.Line line, Instant openedAt) throws IOException {
    write(
        events,
        "e-" + lineCount,
        "d-" + lineCount,
        order.seller().id(),
        "OPENED",
        openedAt,
        "t-" + lineCount,
        "BUYER",
        line.complaint(),
        line.article().price(),
        CURRENCY);
  }

  private static void write(BufferedWriter log, @Nullable Object... cells) throws IOException {
    log.write(
        Arrays.stream(cells)
            .map(cell -> cell == null ? "" : cell.toString())
            .collect(Collectors.joining(",", "", "\n")));
  }
}
