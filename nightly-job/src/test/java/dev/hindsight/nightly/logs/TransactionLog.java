package dev.hindsight.nightly.logs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SplittableRandom;

/** Order lines of 90 days, by and large in the order of their time. */
final class TransactionLog {
  private static final String HEADER =
      "transaction_id,order_id,seller_id,category,amount,currency,ordered_at,buyer_id,sku,delivered_at,carrier,ship_region";
  private static final long START = Instant.parse("2025-01-01T06:00:00Z").getEpochSecond();
  private static final long HOUR = 3600;
  private static final long DAY = 24 * HOUR;
  private static final long PERIOD = 90 * DAY;
  private static final int BUYERS = 3_000_000;

  private static final byte[] NO_CURRENCY = CsvBytes.cell("Euro");

  private final SplittableRandom random;
  private final int wrongEvery;

  TransactionLog(SplittableRandom random, int wrongEvery) {
    this.random = random;
    this.wrongEvery = wrongEvery;
  }

  /** What the lines of an order have in common. */
  private record Order(
      long number, int seller, int buyer, int region, byte[] carrier, long orderedAt) {}

  void write(Path file, long firstNumber, long rows) throws IOException {
    try (CsvBytes csv = CsvBytes.open(file, HEADER)) {
      long row = 0;
      while (row < rows) {
        Order order = order(firstNumber + row, (double) row / rows);
        long deliveredAt = deliveredAt(order);
        for (long last = Math.min(rows, row + lines()); row < last; row++) {
          writeLine(csv, firstNumber + row, order, deliveredAt);
        }
      }
    }
  }

  private Order order(long number, double share) {
    long orderedAt = START + (long) (share * PERIOD) + random.nextLong(-2 * HOUR, 2 * HOUR);
    return new Order(
        number,
        Catalogue.seller(random),
        random.nextInt(BUYERS),
        Catalogue.region(random),
        Catalogue.carrier(random),
        orderedAt);
  }

  private int lines() {
    int chance = random.nextInt(10);
    return chance < 7 ? 1 : chance < 9 ? 2 : 3;
  }

  /** Zero for the orders, eight of a hundred, that did not arrive yet. */
  private long deliveredAt(Order order) {
    return random.nextInt(100) < 8 ? 0 : order.orderedAt + random.nextLong(20 * HOUR, 9 * DAY);
  }

  private void writeLine(CsvBytes csv, long number, Order order, long deliveredAt)
      throws IOException {
    int article = Catalogue.article(order.seller, random);
    boolean isWrong = wrongEvery > 0 && number % wrongEvery == 0;
    csv.identifier('t', number, 8)
        .identifier('o', order.number, 8)
        .identifier('s', order.seller, 5)
        .text(Catalogue.category(article))
        .amount(Catalogue.price(article), Catalogue.decimals(order.region))
        .text(isWrong ? NO_CURRENCY : Catalogue.currency(order.region))
        .instant(order.orderedAt)
        .identifier('b', order.buyer, 7)
        .identifier('a', article, 6);
    (deliveredAt == 0 ? csv.text(CsvBytes.ABSENT) : csv.instant(deliveredAt))
        .text(order.carrier)
        .text(Catalogue.regionName(order.region))
        .endRow();
  }
}
