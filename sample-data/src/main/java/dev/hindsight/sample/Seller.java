package dev.hindsight.sample;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A seller of the marketplace, with everything that is true of it. */
record Seller(
    int number,
    String id,
    Profile profile,
    Conduct conduct,
    Mix<Article> catalogue,
    Trade trade,
    Map<Cause, Double> spread,
    @Nullable PlantedProblem problem) {

  /** What the seller list tells. */
  record Profile(
      String name, @Nullable String email, String locale, String timeZone, String reports) {}

  /**
   * How much a seller sells.
   *
   * @param dailyLines order lines of an ordinary day
   * @param marketplaceShare the share of orders that the marketplace stores and ships
   */
  record Trade(double dailyLines, Lifecycle lifecycle, double marketplaceShare) {}

  /** A planted problem is the seller's own, so such a seller ships everything itself. */
  Seller with(PlantedProblem planted) {
    Trade selfFulfilled = new Trade(trade.dailyLines(), trade.lifecycle(), 0);
    return new Seller(number, id, profile, conduct, catalogue, selfFulfilled, spread, planted);
  }

  /** How often this seller's lines are disputed for a cause, relative to other sellers' lines. */
  double rateFactor(Cause cause, OrderLine line) {
    double ordinary = spread.getOrDefault(cause, 1.0);
    return problem == null ? ordinary : ordinary * problem.rateFactor(cause, line);
  }
}
