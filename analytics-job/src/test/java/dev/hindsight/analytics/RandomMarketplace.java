package dev.hindsight.analytics;

import static dev.hindsight.analytics.examples.EventExample.anEvent;
import static dev.hindsight.analytics.examples.SellerExample.aSeller;
import static dev.hindsight.analytics.examples.TransactionExample.aTransaction;

import dev.hindsight.analytics.examples.EventExample;
import dev.hindsight.datasets.landed.Adjustment;
import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.datasets.landed.EventType;
import dev.hindsight.datasets.landed.Outcome;
import dev.hindsight.datasets.landed.Seller;
import dev.hindsight.datasets.landed.Transaction;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A marketplace of half a year that is the same for the same seed: large and small sellers, orders
 * of several lines, lines disputed more than once, every way to end, unknown causes, lines that
 * nobody knows, and rows that later ones replace.
 */
final class RandomMarketplace {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int DAYS = 190;
  private static final List<String> CATEGORIES =
      List.of("toys", "toys", "toys", "books", "books", "shoes", "lamps");
  private static final List<String> CAUSES =
      List.of("DEFECTIVE", "DEFECTIVE", "LATE_DELIVERY", "WRONG_ITEM", "CHANGED_MIND", "13.1");
  private static final List<EventType> COURSE =
      List.of(
          EventType.SELLER_REPLIED,
          EventType.ESCALATED,
          EventType.DECIDED,
          EventType.APPEALED,
          EventType.DECIDED,
          EventType.REFUNDED,
          EventType.CLOSED,
          EventType.REOPENED,
          EventType.SELLER_RESOLVED,
          EventType.WITHDRAWN);

  private final Random random;
  private final List<Transaction> transactions = new ArrayList<>();
  private final List<DisputeEvent> events = new ArrayList<>();

  RandomMarketplace(long seed, int lines) {
    this.random = new Random(seed);
    while (transactions.size() < lines) {
      order("o-" + transactions.size());
    }
  }

  List<Transaction> transactions() {
    return List.copyOf(transactions);
  }

  List<DisputeEvent> events() {
    return List.copyOf(events);
  }

  /** Lands everything, a part of it twice, and a file that another one replaces. */
  void landIn(LandedLake lake) throws IOException {
    lake.land(1, Transaction.CONTRACT, transactions.subList(0, 500));
    lake.land(2, Transaction.CONTRACT, transactions);
    lake.land(3, DisputeEvent.CONTRACT, events);
    lake.land(4, Transaction.CONTRACT, mistakes());
    lake.land(5, 4, Transaction.CONTRACT, List.of());
    lake.land(6, DisputeEvent.CONTRACT, events.subList(0, 100));
    lake.land(8, Adjustment.CONTRACT, adjustments());
    lake.land(7, Seller.CONTRACT, List.of(aSeller("s-0").name("Zero").build()));
  }

  /**
   * Of every eighth dispute an objection was accepted up to 80 days after an event of it, of some
   * again; and of one that nobody knows.
   */
  List<Adjustment> adjustments() {
    Random delays = new Random(8);
    List<Adjustment> adjustments = new ArrayList<>();
    for (DisputeEvent event : events) {
      if (event.disputeId().hashCode() % 8 == 0) {
        Instant decidedAt = event.occurredAt().plus(Duration.ofHours(delays.nextInt(80 * 24)));
        adjustments.add(
            new Adjustment(
                event.disputeId(), "CARRIER_STRIKE", decidedAt, 8, adjustments.size() + 2L));
      }
    }
    adjustments.add(new Adjustment("unknown", "OTHER", START, 8, adjustments.size() + 2L));
    return adjustments;
  }

  private static List<Transaction> mistakes() {
    List<Transaction> mistakes = new ArrayList<>();
    for (int line = 0; line < 50; line++) {
      mistakes.add(
          aTransaction("mistake-" + line).seller("nobody").at("2026-06-01T00:00:00Z").build());
    }
    return mistakes;
  }

  private void order(String order) {
    // Squaring makes a few large sellers and many small ones.
    String seller = "s-" + (int) (40 * Math.pow(random.nextDouble(), 2));
    Instant orderedAt = START.plus(Duration.ofMinutes(random.nextInt(DAYS * 24 * 60)));
    int lines = 1 + random.nextInt(3) / 2 * (1 + random.nextInt(2));
    for (int line = 0; line < lines; line++) {
      String id = "t-" + transactions.size();
      transactions.add(
          aTransaction(id)
              .order(order)
              .seller(seller)
              .category(CATEGORIES.get(random.nextInt(CATEGORIES.size())))
              .amount(random.nextInt(10_000) + ".50", random.nextInt(30) == 0 ? "USD" : "EUR")
              .at(orderedAt.toString())
              .region(List.of("DE", "FR", "NL").get(transactions.size() % 3))
              .landed(2, transactions.size() + 2L)
              .build());
      while (random.nextInt(100) < 12) {
        dispute(random.nextInt(25) == 0 ? "unknown " + id : id, seller, orderedAt);
      }
    }
  }

  private void dispute(String transaction, String seller, Instant orderedAt) {
    String dispute = "d-" + events.size();
    Instant at = orderedAt.plus(Duration.ofHours(random.nextInt(60 * 24)));
    if (random.nextInt(40) > 0) {
      add(
          anEvent(dispute, EventType.OPENED)
              .cause(CAUSES.get(random.nextInt(CAUSES.size())))
              .about(transaction)
              .seller(seller)
              .at(at.toString()));
    }
    for (EventType type : COURSE) {
      if (random.nextInt(3) == 0) {
        // Half of the events share the instant of the one before.
        at = at.plus(Duration.ofHours(random.nextInt(2) * (1L + random.nextInt(100))));
        add(followUp(dispute, type).about(transaction).seller(seller).at(at.toString()));
      }
    }
  }

  private EventExample followUp(String dispute, EventType type) {
    EventExample event = anEvent(dispute, type);
    if (type == EventType.DECIDED) {
      event.outcome(Outcome.values()[random.nextInt(4)]);
    }
    return type == EventType.REFUNDED ? event.amount("1.25", "EUR") : event;
  }

  private void add(EventExample event) {
    events.add(event.id("e-" + random.nextLong()).landed(3, events.size() + 2L).build());
  }
}
