package dev.hindsight.datasets.landed;

/** How a dispute ended; {@code OPEN} when it has not. */
public enum Outcome {
  SELLER_FAVOUR,
  BUYER_FAVOUR,
  PARTIAL,
  MARKETPLACE_PAID,
  ACCEPTED_BY_SELLER,
  WITHDRAWN,
  OPEN;

  /** Whether the marketplace decided it, rather than the parties. */
  public boolean isDecision() {
    return ordinal() <= MARKETPLACE_PAID.ordinal();
  }
}
