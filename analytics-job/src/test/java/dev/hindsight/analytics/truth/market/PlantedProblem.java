package dev.hindsight.analytics.truth.market;

/**
 * A row of a market's answer key.
 *
 * @param driver what carries the excess; {@link CarryingValue#NONE} where it is spread evenly
 * @param driverShare the share of the excess that the driver carries
 */
public record PlantedProblem(
    String sellerId, String cause, CarryingValue driver, double driverShare) {}
