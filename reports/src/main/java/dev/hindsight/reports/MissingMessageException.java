package dev.hindsight.reports;

import dev.hindsight.reports.delivery.Delivery;
import java.nio.file.Path;

/** A report that somebody wants sent again lies no longer in the outbox. */
public final class MissingMessageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MissingMessageException(Delivery delivery, Path message) {
    super(
        "The report of seller %s is no longer at %s; write it again with: hindsight report --deliver outbox --as-of %s"
            .formatted(delivery.sellerId(), message, delivery.asOfDate()));
  }
}
