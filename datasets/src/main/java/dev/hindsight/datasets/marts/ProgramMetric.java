package dev.hindsight.datasets.marts;

/** What programmes bound and dispute logs can measure; the unit is the order. */
public enum ProgramMetric {
  /**
   * Orders with a dispute that went to the marketplace or came from the card's issuer, and did not
   * end for the seller, withdrawn or paid by the marketplace / orders.
   */
  CLAIMED_ORDER_RATE,
  /** Orders with a dispute that was decided for the buyer / orders. */
  CASE_LOST_RATE,
  /**
   * Orders that arrived by the promised instant / orders promised in the window whose arrival is
   * known; fulfilled by the seller.
   */
  ON_TIME_DELIVERY_RATE,
  /** Orders disputed as not received / orders; fulfilled by the seller. */
  ITEM_NOT_RECEIVED_RATE,
  /**
   * Orders with a refunded dispute that the seller is accountable for / orders; fulfilled by the
   * seller.
   */
  REFUND_RATE,
  /** Disputes replied to within 48 hours / disputes that a reply was due for. */
  SELLER_RESPONSE_RATE,
  /** Disputes opened by the card's issuer / orders of the same days. */
  CHARGEBACK_RATE,
  /** Disputes opened by the card's issuer / orders of as many days before. */
  CHARGEBACK_RATE_OF_PREVIOUS_ORDERS
}
