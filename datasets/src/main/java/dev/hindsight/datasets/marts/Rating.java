package dev.hindsight.datasets.marts;

/**
 * How a seller compares with ordinary ones in what it is accountable for. 2.5 % of average sellers
 * are {@code HIGH} by construction: only a q-value may be worded "more than similar sellers".
 */
public enum Rating {
  LOW,
  AVERAGE,
  HIGH,
  VERY_HIGH,
  INSUFFICIENT_DATA
}
