package dev.hindsight.analytics.truth.market;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a buyer bought at once, how it was sent, and what is disputed of it. */
record Order(
    Seller seller,
    String buyer,
    Instant orderedAt,
    Way way,
    Instant promisedBy,
    Instant shippedAt,
    Instant deliveredAt,
    List<Line> lines) {

  /**
   * An order line.
   *
   * @param openedAt when it is disputed
   */
  record Line(Article article, @Nullable Complaint complaint, @Nullable Instant openedAt) {}
}
