package dev.hindsight.sample;

/**
 * How the sellers of a marketplace differ in truth.
 *
 * @param plantedShare the share of sellers with enough orders that have one planted problem
 * @param lowestMultiplier the least a planted problem multiplies the rate of its cause by
 * @param highestMultiplier the most it does
 * @param spreadShape shape of the gamma distribution, of mean 1, that multiplies every seller's
 *     rate of every cause; infinite where ordinary sellers do not differ at all
 */
public record MarketConditions(
    double plantedShare, double lowestMultiplier, double highestMultiplier, double spreadShape) {

  /** A few sellers with a problem, all others exactly at the rates of what they sell. */
  public static final MarketConditions USUAL =
      new MarketConditions(0.4, 2, 5, Double.POSITIVE_INFINITY);

  public MarketConditions {
    require(plantedShare >= 0 && plantedShare <= 1, "plantedShare", plantedShare, "0 to 1");
    require(lowestMultiplier >= 1, "lowestMultiplier", lowestMultiplier, "1 or more");
    require(
        highestMultiplier >= lowestMultiplier && highestMultiplier <= 10,
        "highestMultiplier",
        highestMultiplier,
        "lowestMultiplier to 10");
    require(spreadShape > 0, "spreadShape", spreadShape, "a number above 0");
  }

  /** The same with nobody planted. */
  public MarketConditions withoutProblems() {
    return new MarketConditions(0, lowestMultiplier, highestMultiplier, spreadShape);
  }

  private static void require(boolean holds, String name, double value, String allowed) {
    if (!holds) {
      throw new IllegalArgumentException(
          "%s: %s is out of range; choose %s".formatted(name, value, allowed));
    }
  }
}
