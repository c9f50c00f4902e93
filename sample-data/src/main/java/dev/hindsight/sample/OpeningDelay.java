package dev.hindsight.sample;

import java.time.Instant;

/** How long buyers wait before they open a dispute. */
final class OpeningDelay {
  private static final double LONGEST_DAYS = 60;
  private static final int SECONDS_PER_DAY = 86_400;
  private static final int SECONDS_BETWEEN_LINES = 70;

  private OpeningDelay() {}

  /** When the first line of an order is disputed for a cause. */
  static Instant openedAt(Order order, Cause cause, Draws draws) {
    Shipment shipment = order.shipment();
    return switch (cause) {
      case ITEM_NOT_RECEIVED -> later(shipment.promisedBy(), draws.around(4, 0.7));
      case NOT_SHIPPED -> later(shipment.promisedBy(), draws.around(2, 0.7));
      case OUT_OF_STOCK, ORDER_CANCELLED -> later(order.orderedAt(), draws.around(6, 0.5));
      case REFUND_NOT_PROCESSED, UNAUTHORISED, DUPLICATE_CHARGE ->
          later(order.orderedAt(), draws.around(18, 0.5));
      case LATE_DELIVERY -> later(shipment.deliveredAt(), draws.around(1.5, 0.8));
      default -> later(shipment.deliveredAt(), draws.around(6, 0.8));
    };
  }

  /** The next lines of the same order follow in the same sitting. */
  static Instant following(Instant first, Complaint complaint) {
    return first.plusSeconds((long) SECONDS_BETWEEN_LINES * complaint.openedWithFirst());
  }

  private static Instant later(Instant start, double days) {
    return start.plusSeconds((long) (SECONDS_PER_DAY * Math.min(LONGEST_DAYS, days)));
  }
}
