package dev.hindsight.analytics.statistics;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/** How many p-values of a family fell into each bin of {@link BenjaminiHochberg#bin}. */
public final class PValueCounts implements Serializable {
  private final TreeMap<Integer, Long> upTo = new TreeMap<>();

  /**
   * @param countByBin bins without p-values may be left out
   */
  public PValueCounts(Map<Integer, Long> countByBin) {
    long sum = 0;
    for (Map.Entry<Integer, Long> bin : new TreeMap<>(countByBin).entrySet()) {
      sum += bin.getValue();
      upTo.put(bin.getKey(), sum);
    }
  }

  /** The number of tests, m. */
  public long family() {
    return upTo.isEmpty() ? 0 : upTo.lastEntry().getValue();
  }

  /** How many p-values are in lower bins. */
  public long before(int bin) {
    Map.Entry<Integer, Long> lower = upTo.lowerEntry(bin);
    return lower == null ? 0 : lower.getValue();
  }
}
