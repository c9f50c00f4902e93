package dev.hindsight.sample;

/** What buyers say went wrong, and how often they say so of an ordinary order line. */
enum Cause {
  ITEM_NOT_RECEIVED(Topic.DELIVERY, 0.0034),
  LATE_DELIVERY(Topic.DELIVERY, 0.0061),
  DAMAGED_IN_TRANSIT(Topic.DELIVERY, 0.0056),
  NOT_AS_DESCRIBED(Topic.PRODUCT, 0.0067),
  DEFECTIVE(Topic.PRODUCT, 0.0025),
  WRONG_ITEM(Topic.PRODUCT, 0.0014),
  MISSING_PARTS(Topic.PRODUCT, 0.0010),
  COUNTERFEIT(Topic.PRODUCT, 0.0003),
  NOT_SHIPPED(Topic.STOCK, 0.0008),
  ORDER_CANCELLED(Topic.STOCK, 0.0003),
  OUT_OF_STOCK(Topic.STOCK, 0.0004),
  REFUND_NOT_PROCESSED(Topic.PAYMENT, 0.0004),
  UNAUTHORISED(Topic.PAYMENT, 0.0004),
  DUPLICATE_CHARGE(Topic.PAYMENT, 0.0002),
  CHANGED_MIND(Topic.PRODUCT, 0.0014);

  /** What part of a purchase a cause is about. */
  enum Topic {
    DELIVERY,
    PRODUCT,
    STOCK,
    PAYMENT
  }

  private final Topic topic;
  private final double baseRate;

  Cause(Topic topic, double baseRate) {
    this.topic = topic;
    this.baseRate = baseRate;
  }

  Topic topic() {
    return topic;
  }

  /** The share of order lines disputed for this cause where nothing raises or lowers it. */
  double baseRate() {
    return baseRate;
  }

  /** Whether the goods come back where the buyer is right. */
  boolean sendsGoodsBack() {
    return topic == Topic.PRODUCT && this != MISSING_PARTS;
  }
}
