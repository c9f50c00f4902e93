package dev.hindsight.analytics.truth.market;

import dev.hindsight.datasets.landed.Actor;
import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.datasets.landed.EventType;
import dev.hindsight.datasets.landed.FulfilledBy;
import dev.hindsight.datasets.landed.Transaction;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What a market logs, as it has landed. */
public final class MarketLogs {
  public static final String CURRENCY = "EUR";

  private static final int BATCH = 1;

  private final List<Transaction> transactions = new ArrayList<>();
  private final List<DisputeEvent> events = new ArrayList<>();
  private long orderCount;

  MarketLogs() {}

  public List<Transaction> transactions() {
    return transactions;
  }

  public List<DisputeEvent> events() {
    return events;
  }

  void add(Order order) {
    orderCount++;
    for (Order.Line line : order.lines()) {
      transactions.add(transaction(order, line));
      Instant openedAt = line.openedAt();
      if (openedAt != null) {
        events.add(opened(order, line, openedAt));
      }
    }
  }

  private Transaction transaction(Order order, Order.Line line) {
    Way way = order.way();
    long number = transactions.size() + 1L;
    boolean arrives = line.complaint() != Complaint.ITEM_NOT_RECEIVED;
    return new Transaction(
        "t-" + number,
        "o-" + orderCount,
        order.seller().id(),
        "category-" + line.article().category(),
        price(line),
        CURRENCY,
        order.orderedAt(),
        date(order.orderedAt()),
        order.buyer(),
        line.article().sku(),
        1,
        order.promisedBy(),
        order.shippedAt(),
        arrives ? order.deliveredAt() : null,
        way.carrier().name(),
        way.service().code(),
        way.region().name(),
        way.isByMarketplace() ? FulfilledBy.MARKETPLACE : FulfilledBy.SELLER,
        BATCH,
        number);
  }

  /** The dispute about the line that was added last. */
  private DisputeEvent opened(Order order, Order.Line line, Instant openedAt) {
    long number = transactions.size();
    return new DisputeEvent(
        "e-" + number,
        "d-" + number,
        order.seller().id(),
        EventType.OPENED,
        openedAt,
        date(openedAt),
        "t-" + number,
        Actor.BUYER,
        String.valueOf(line.complaint()),
        price(line),
        CURRENCY,
        null,
        null,
        BATCH,
        number);
  }

  private static BigDecimal price(Order.Line line) {
    return BigDecimal.valueOf(line.article().price());
  }

  private static LocalDate date(Instant instant) {
    return instant.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
