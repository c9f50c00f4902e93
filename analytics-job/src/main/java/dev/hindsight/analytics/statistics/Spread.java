package dev.hindsight.analytics.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.numbers.rootfinder.BrentSolver;

/**
 * The variance of true ratios among ordinary sellers, from the middle of all z-scores, so that bad
 * sellers do not count as ordinary scatter. It makes the test of a seller ask "worse than sellers
 * differ anyway?".
 *
 * <p>With z = (√(O + 3/8) - √(E + 3/8)) / √(1/4 + E τ²), less its median and clipped at its 10 %
 * and 90 % quantiles, τ² is where the mean of z² is what n standard normal numbers have; 4τ² is the
 * variance, because a ratio's variance is about four times its root's. The 3/8 keep the variance by
 * chance alone at 1/4 down to few events (F. J. Anscombe 1948, doi 10.1093/biomet/35.3-4.246);
 * without them the scatter of small counts passes as a difference among sellers.
 *
 * <p>Clipping bounds what bad sellers add, yet does not undo it. So all is done twice, the second
 * time without those whom the first time flags ({@link Flag}) among these pairs.
 */
public final class Spread {
  /** Pairs with less expected say more about counts being whole than about sellers. */
  public static final double LEAST_EXPECTED = 5;

  /** Under so many pairs the variance of the shrinkage is used instead. */
  public static final int FEWEST_PAIRS = 20;

  /** The mean square of a standard normal number clipped at its 10 % and 90 % quantiles. */
  static final double CLIPPED_NORMAL_MEAN_SQUARE = 0.678655;

  private static final double ANSCOMBE = 3.0 / 8;

  /** The variance of such a root where only chance plays. */
  private static final double CHANCE = 1.0 / 4;

  private static final double FIRST_GUESS = 1e-3;
  private static final BrentSolver SOLVER = new BrentSolver(1e-12, 1e-14, 1e-14);

  private Spread() {}

  /**
   * The spread of the pairs with at least 5 expected; 0 where chance explains all of the scatter.
   *
   * @param pairs any order; those with less expected are left out
   * @param varianceOfShrinkage what holds under 20 pairs: 1/α of {@link GammaPrior}
   */
  public static double of(List<StandardisedRatio> pairs, double varianceOfShrinkage) {
    StandardisedRatio[] used =
        pairs.stream()
            .filter(pair -> pair.expected() >= LEAST_EXPECTED)
            .toArray(StandardisedRatio[]::new);
    return used.length < FEWEST_PAIRS
        ? varianceOfShrinkage
        : variance(withoutFlagged(used, variance(used)));
  }

  private static double variance(StandardisedRatio[] pairs) {
    return 4 * tauSquared(pairs);
  }

  private static StandardisedRatio[] withoutFlagged(StandardisedRatio[] pairs, double spread) {
    double[] pValues =
        Arrays.stream(pairs)
            .mapToDouble(
                pair ->
                    new NegativeBinomial(pair.expected(), spread)
                        .probabilityOfAtLeast(pair.observed()))
            .toArray();
    double[] qValues = BenjaminiHochberg.qValues(pValues);
    return IntStream.range(0, pairs.length)
        .filter(i -> !Flag.isFlagged(pairs[i], qValues[i]))
        .mapToObj(i -> pairs[i])
        .toArray(StandardisedRatio[]::new);
  }

  private static double tauSquared(StandardisedRatio[] pairs) {
    double ordinary = CLIPPED_NORMAL_MEAN_SQUARE * (pairs.length - 1) / pairs.length;
    DoubleUnaryOperator excess =
        tauSquared -> Winsorised.meanSquareAroundMedian(zScores(pairs, tauSquared)) - ordinary;
    if (excess.applyAsDouble(0) <= 0) {
      return 0;
    }
    double high = FIRST_GUESS;
    while (excess.applyAsDouble(high) > 0) {
      high *= 2;
    }
    return SOLVER.findRoot(excess, 0, high);
  }

  private static double[] zScores(StandardisedRatio[] pairs, double tauSquared) {
    double[] scores = new double[pairs.length];
    for (int i = 0; i < pairs.length; i++) {
      double expected = pairs[i].expected();
      scores[i] =
          (root(pairs[i].observed()) - root(expected)) / Math.sqrt(CHANCE + expected * tauSquared);
    }
    return scores;
  }

  private static double root(double count) {
    return Math.sqrt(count + ANSCOMBE);
  }
}
