package dev.hindsight.analytics;

import dev.hindsight.analytics.dataset.ContractRows;
import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.Adjustment;
import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.datasets.landed.EventType;
import dev.hindsight.datasets.landed.Transaction;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/**
 * How a marketplace's rows may come in over some nights: most in the night after they happened,
 * some late, some early, some twice, some corrected later in any column, keys included; and in one
 * night a file takes the place of an earlier one.
 */
final class RandomHistory {
  private final RandomMarketplace marketplace;
  private final List<LocalDate> dates;
  private final Random random;
  private final List<Night> nights = new ArrayList<>();

  /** The rows that land before a night. */
  private static final class Night {
    private final List<Transaction> transactions = new ArrayList<>();
    private final List<DisputeEvent> events = new ArrayList<>();
    private final List<Adjustment> adjustments = new ArrayList<>();
  }

  /**
   * @param dates as of which the nights are, in order
   */
  RandomHistory(long seed, int lines, List<LocalDate> dates) {
    this.marketplace = new RandomMarketplace(seed, lines);
    this.dates = List.copyOf(dates);
    this.random = new Random(seed);
    dates.forEach(date -> nights.add(new Night()));
    for (Transaction line : marketplace.transactions()) {
      land(line, line.orderedAt(), night -> night.transactions, this::corrected);
    }
    for (DisputeEvent event : marketplace.events()) {
      land(event, event.occurredAt(), night -> night.events, this::corrected);
    }
    for (Adjustment adjustment : marketplace.adjustments()) {
      land(adjustment, adjustment.decidedAt(), night -> night.adjustments, row -> row);
    }
  }

  /** Lands what comes in before a night; the last one replaces the first file of order lines. */
  void landNight(int number, LandedLake lake) throws IOException {
    Night night = nights.get(number);
    int batch = 10 * number + 1;
    lake.land(
        batch, Transaction.CONTRACT, numbered(Transaction.CONTRACT, night.transactions, batch));
    lake.land(
        batch + 1, DisputeEvent.CONTRACT, numbered(DisputeEvent.CONTRACT, night.events, batch + 1));
    lake.land(
        batch + 2,
        Adjustment.CONTRACT,
        numbered(Adjustment.CONTRACT, night.adjustments, batch + 2));
    if (number == nights.size() - 1) {
      List<Transaction> first = nights.get(0).transactions;
      lake.land(
          batch + 3,
          1,
          Transaction.CONTRACT,
          numbered(Transaction.CONTRACT, first.subList(0, first.size() * 3 / 4), batch + 3));
    }
  }

  private <T> void land(
      T row, Instant happenedAt, Function<Night, List<T>> feed, Function<T, T> correction) {
    LocalDate date = LocalDate.ofInstant(happenedAt, ZoneOffset.UTC);
    int usual = 0;
    while (usual < dates.size() - 1 && dates.get(usual).isBefore(date)) {
      usual++;
    }
    int night = random.nextInt(10) == 0 ? random.nextInt(nights.size()) : usual;
    feed.apply(nights.get(night)).add(row);
    if (random.nextInt(5) == 0) {
      int again = Math.min(nights.size() - 1, night + random.nextInt(2));
      feed.apply(nights.get(again)).add(random.nextBoolean() ? row : correction.apply(row));
    }
  }

  private Transaction corrected(Transaction line) {
    Map<Field, Object> changes =
        switch (random.nextInt(5)) {
          case 0 -> Map.of(Transaction.AMOUNT, new BigDecimal(random.nextInt(500) + ".25"));
          case 1 -> Map.of(Transaction.CATEGORY, "lamps");
          case 2 -> Map.of(Transaction.SELLER_ID, "s-" + random.nextInt(40));
          case 3 -> Map.of(Transaction.ORDER_ID, "o-" + random.nextInt(40));
          default -> moved(Transaction.ORDERED_AT, Transaction.ORDERED_DATE, line.orderedAt(), 30);
        };
    return changed(Transaction.CONTRACT, line, changes);
  }

  private DisputeEvent corrected(DisputeEvent event) {
    Map<Field, Object> changes =
        switch (random.nextInt(5)) {
          case 0 -> Map.of(DisputeEvent.DISPUTE_ID, anyEvent().disputeId());
          case 1 -> Map.of(DisputeEvent.SELLER_ID, "s-" + random.nextInt(40));
          case 2 -> Map.of(DisputeEvent.TRANSACTION_ID, "t-" + random.nextInt(200));
          case 3 -> Map.of(DisputeEvent.EVENT_TYPE, EventType.SELLER_REPLIED);
          default ->
              moved(DisputeEvent.OCCURRED_AT, DisputeEvent.OCCURRED_DATE, event.occurredAt(), 60);
        };
    return changed(DisputeEvent.CONTRACT, event, changes);
  }

  /** An instant up to so many days away, and its date. */
  private Map<Field, Object> moved(Field at, Field date, Instant instant, int days) {
    Instant other = instant.plus(Duration.ofDays(random.nextInt(2 * days) - days));
    return Map.of(at, other, date, LocalDate.ofInstant(other, ZoneOffset.UTC));
  }

  private DisputeEvent anyEvent() {
    List<DisputeEvent> events = marketplace.events();
    return events.get(random.nextInt(events.size()));
  }

  private static <T extends Record> List<T> numbered(
      Contract<T> contract, List<T> rows, int batch) {
    List<T> numbered = new ArrayList<>();
    for (T row : rows) {
      numbered.add(
          changed(
              contract,
              row,
              Map.of(
                  contract.field("batch_number"),
                  batch,
                  contract.field("line_number"),
                  numbered.size() + 2L)));
    }
    return numbered;
  }

  private static <T extends Record> T changed(
      Contract<T> contract, T row, Map<Field, Object> changes) {
    Map<Field, Object> values = new HashMap<>();
    for (int field = 0; field < contract.fields().size(); field++) {
      Object value = ContractRows.value(row, row.getClass().getRecordComponents()[field]);
      if (value != null) {
        values.put(contract.fields().get(field), value);
      }
    }
    values.putAll(changes);
    return ContractRows.record(contract, values);
  }
}
