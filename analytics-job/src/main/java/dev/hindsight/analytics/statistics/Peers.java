package dev.hindsight.analytics.statistics;

import java.util.List;
import java.util.Optional;

/**
 * The other sellers of a stratum, as a reference for one seller: its own events and exposure are
 * left out, so that nobody dilutes its own signal.
 *
 * @param sellers how many others there are, 0 or more
 * @param events of the others
 * @param exposure of the others (their transactions), 0 or more
 */
public record Peers(long sellers, long events, double exposure) {
  public static final long FEWEST_SELLERS = 5;
  public static final double LEAST_EVENTS = 5;

  public Peers {
    if (sellers < 0 || events < 0 || !(exposure >= 0 && exposure < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "%d events of %s at %d sellers are no peers".formatted(events, exposure, sellers));
    }
  }

  /**
   * The peers of the finest stratum that is large enough; absent where even the coarsest is not.
   *
   * @param finestFirst a seller's strata, such as category and week, week, marketplace
   * @param marketplaceRate events / exposure of the whole marketplace, own ones included
   */
  public static Optional<Peers> finest(List<Peers> finestFirst, double marketplaceRate) {
    return finestFirst.stream().filter(peers -> peers.areEnough(marketplaceRate)).findFirst();
  }

  /**
   * By size alone: a choice that looked at the events would prefer references in which they happen
   * to be frequent.
   */
  public boolean areEnough(double marketplaceRate) {
    return sellers >= FEWEST_SELLERS && exposure * marketplaceRate >= LEAST_EVENTS;
  }

  /**
   * A stratum of these peers.
   *
   * @param ownExposure the seller's own
   */
  public ReferenceStratum with(double ownExposure) {
    return new ReferenceStratum(ownExposure, events, exposure);
  }
}
