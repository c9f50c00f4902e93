package dev.hindsight.analytics.statistics;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * The least {@link BenjaminiHochberg#stepUp} value of each bin of a family, and of all bins above
 * it.
 */
public final class StepUpMinima implements Serializable {
  /** The step-up value of the highest p-value is itself, at most 1. */
  private static final double NOTHING_ABOVE = 1;

  private final TreeMap<Integer, Double> fromHere = new TreeMap<>();

  /**
   * @param leastByBin bins without p-values may be left out
   */
  public StepUpMinima(Map<Integer, Double> leastByBin) {
    double least = NOTHING_ABOVE;
    for (Map.Entry<Integer, Double> bin : new TreeMap<>(leastByBin).descendingMap().entrySet()) {
      least = Math.min(least, bin.getValue());
      fromHere.put(bin.getKey(), least);
    }
  }

  /** The least value of all bins above; 1 above the highest. */
  public double after(int bin) {
    Map.Entry<Integer, Double> higher = fromHere.higherEntry(bin);
    return higher == null ? NOTHING_ABOVE : higher.getValue();
  }
}
