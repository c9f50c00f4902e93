package dev.hindsight.reports.due;

import java.util.Locale;
import java.util.Set;

/**
 * Whom nothing is sent to any more.
 *
 * @param unsubscribedSellers by their ids
 * @param deadAddresses in lower case
 */
public record Silenced(Set<String> unsubscribedSellers, Set<String> deadAddresses) {
  /** Nobody. */
  public static final Silenced NOBODY = new Silenced(Set.of(), Set.of());

  public Silenced {
    unsubscribedSellers = Set.copyOf(unsubscribedSellers);
    deadAddresses = Set.copyOf(deadAddresses);
  }

  /** Whether nothing may be sent to the seller at that address. */
  public boolean isSilent(String sellerId, String address) {
    return isUnsubscribed(sellerId) || isDead(address);
  }

  boolean isUnsubscribed(String sellerId) {
    return unsubscribedSellers.contains(sellerId);
  }

  boolean isDead(String address) {
    return deadAddresses.contains(address.toLowerCase(Locale.ROOT));
  }
}
