package dev.hindsight.sample;

import java.time.Instant;

/** A buyer's claim against a seller about one order line. */
record Dispute(
    String id, String transactionId, Seller seller, Cause cause, long cents, Instant openedAt) {}
