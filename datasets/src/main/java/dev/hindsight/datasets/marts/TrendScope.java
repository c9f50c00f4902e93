package dev.hindsight.datasets.marts;

/** Whose disputes a series counts. */
public enum TrendScope {
  MARKETPLACE,
  CATEGORY,
  SELLER
}
