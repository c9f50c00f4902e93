package dev.hindsight.reports.delivery;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which deliveries are wanted; what is absent or empty does not matter.
 *
 * @param since of the as-of date
 */
public record DeliveryFilter(
    Set<DeliveryState> states,
    Set<String> sellerIds,
    @Nullable String period,
    @Nullable LocalDate since) {
  /** All of them. */
  public static final DeliveryFilter ALL = new DeliveryFilter(Set.of(), Set.of(), null, null);

  public DeliveryFilter {
    states = Set.copyOf(states);
    sellerIds = Set.copyOf(sellerIds);
  }

  boolean takes(Delivery delivery) {
    return (states.isEmpty() || states.contains(delivery.state()))
        && (sellerIds.isEmpty() || sellerIds.contains(delivery.sellerId()))
        && (period == null || period.equals(delivery.period()))
        && (since == null || !delivery.asOfDate().isBefore(since));
  }
}
