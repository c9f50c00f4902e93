package dev.hindsight.analytics.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * q-values: the smallest false discovery rate at which each test of a family would be a discovery
 * (Y. Benjamini and Y. Hochberg 1995, doi 10.1111/j.2517-6161.1995.tb02031.x). q of a p-value is
 * the least p' m / rank(p') over all p' ≥ p, where m counts the tests and rank those with p-values
 * up to p'.
 *
 * <p>A family too large for one machine is cut into bins of similar p-values. That is exact, not
 * approximate: the rank of p' is the count of all lower bins ({@link PValueCounts#before}) plus its
 * rank within its own; and the least value over all p' ≥ p is the lesser of the least within the
 * bin ({@link #stepUp}) and the least of all higher bins ({@link StepUpMinima#after}). The very
 * same numbers are multiplied, divided and compared, so the results are equal to the last bit.
 *
 * <p>A p-value of 1 has q 1. Its bin is the largest, of all tests without an event, and needs to be
 * counted but not to be brought together.
 */
public final class BenjaminiHochberg {
  /** Keeps a p-value's exponent and the first eight bits of its fraction. */
  private static final int DROPPED_BITS = 44;

  private BenjaminiHochberg() {}

  /** The q-values of a whole family, in the order of its p-values. */
  public static double[] qValues(double[] pValues) {
    Integer[] order = IntStream.range(0, pValues.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> pValues[i]));
    double[] ascending = Arrays.stream(order).mapToDouble(i -> pValues[i]).toArray();
    double[] least = stepUp(ascending, 0, pValues.length);
    double[] qValues = new double[pValues.length];
    for (int rank = 0; rank < order.length; rank++) {
      qValues[order[rank]] = least[rank];
    }
    return qValues;
  }

  /**
   * For each p-value the least p' m / rank(p') over the p' ≥ p among those given: the whole
   * family's, or one bin's.
   *
   * @param ascending p-values; all that are equal are given together
   * @param before how many of the family are less than all of these
   * @param family how many there are in all, m
   */
  public static double[] stepUp(double[] ascending, long before, long family) {
    double[] least = new double[ascending.length];
    double soFar = Double.POSITIVE_INFINITY;
    long rank = before + ascending.length;
    for (int i = ascending.length - 1; i >= 0; i--) {
      requireProbability(ascending[i]);
      // Of equal p-values the last has the rank of all; the others' products are greater.
      // Rounding may take p m / m below p.
      soFar = Math.min(soFar, Math.max(ascending[i], ascending[i] * family / rank));
      least[i] = soFar;
      rank--;
    }
    return least;
  }

  /**
   * The bin of a p-value: higher p-values never have a lower bin, and equal ones share theirs. A
   * bin spans at most a factor of 1 + 2⁻⁸; 1 has one of its own. There are fewer than 2¹⁸.
   */
  public static int bin(double pValue) {
    requireProbability(pValue);
    return (int) (Double.doubleToRawLongBits(pValue + 0.0) >>> DROPPED_BITS);
  }

  private static void requireProbability(double pValue) {
    if (!(pValue >= 0 && pValue <= 1)) {
      throw new IllegalArgumentException("%s is no p-value; it is 0 to 1".formatted(pValue));
    }
  }
}
