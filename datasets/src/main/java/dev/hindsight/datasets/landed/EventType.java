package dev.hindsight.datasets.landed;

import org.jspecify.annotations.Nullable;

/** What happened to a dispute; each type belongs to a step of the marketplace's dispute process. */
public enum EventType {
  OPENED(1),
  REOPENED(1),
  SELLER_REPLIED(2),
  SELLER_OFFERED(2),
  SELLER_RESOLVED(2),
  ESCALATED(3),
  REVIEW_STARTED(4),
  EVIDENCE_REQUESTED(4),
  EVIDENCE_SUBMITTED(4),
  DECIDED(5),
  APPEALED(5),
  RETURN_RECEIVED(6),
  REFUNDED(6),
  CLOSED(6),
  WITHDRAWN(null);

  private final @Nullable Integer step;

  EventType(@Nullable Integer step) {
    this.step = step;
  }

  /** The step of the process, 1 to 6; absent for a withdrawal, which can come at any step. */
  public @Nullable Integer step() {
    return step;
  }
}
