package dev.hindsight.analytics.truth.market;

/**
 * How the sellers of a market differ in truth.
 *
 * @param plantedCount how many of them have a problem
 * @param lowestMultiplier the least that a problem multiplies the rate of its cause by
 * @param highestMultiplier the most it does
 * @param spreadShape shape of the gamma distribution, of mean 1, that multiplies each seller's rate
 *     of each cause; {@link #ALIKE} where ordinary sellers do not differ at all
 */
public record Conditions(
    int plantedCount, double lowestMultiplier, double highestMultiplier, int spreadShape) {
  public static final int ALIKE = 0;
}
