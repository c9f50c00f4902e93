package dev.hindsight.sample;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happens to a dispute; the amount is absent where none is meant. */
record DisputeEvent(
    Dispute dispute,
    Step step,
    Actor actor,
    Instant occurredAt,
    @Nullable Long cents,
    @Nullable Outcome outcome) {

  /** The names of the canonical dispute log. */
  enum Step {
    OPENED,
    REOPENED,
    SELLER_REPLIED,
    SELLER_OFFERED,
    SELLER_RESOLVED,
    ESCALATED,
    REVIEW_STARTED,
    EVIDENCE_REQUESTED,
    EVIDENCE_SUBMITTED,
    DECIDED,
    APPEALED,
    RETURN_RECEIVED,
    REFUNDED,
    CLOSED,
    WITHDRAWN
  }

  /** Who does something in a dispute. */
  enum Actor {
    BUYER,
    SELLER,
    MARKETPLACE,
    ISSUER
  }

  /** How the marketplace decides. */
  enum Outcome {
    SELLER_FAVOUR,
    BUYER_FAVOUR,
    PARTIAL,
    MARKETPLACE_PAID
  }
}
