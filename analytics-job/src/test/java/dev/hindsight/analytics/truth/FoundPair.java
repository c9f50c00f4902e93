package dev.hindsight.analytics.truth;

import dev.hindsight.analytics.truth.market.CarryingValue;
import dev.hindsight.analytics.truth.market.PlantedProblem;

/**
 * What the analysis says of a seller and a cause.
 *
 * @param expected 0 where it is absent
 * @param driver the first one; {@link CarryingValue#NONE} where none is named
 */
record FoundPair(
    String sellerId,
    String cause,
    long observed,
    double expected,
    boolean isFlagged,
    CarryingValue driver) {

  boolean isOf(PlantedProblem problem) {
    return sellerId.equals(problem.sellerId()) && cause.equals(problem.cause());
  }
}
