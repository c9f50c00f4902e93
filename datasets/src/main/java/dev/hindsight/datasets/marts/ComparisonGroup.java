package dev.hindsight.datasets.marts;

/** Whom those who got advice are compared with. */
public enum ComparisonGroup {
  /** Sellers drawn by chance: they differ from the advised in nothing but the advice. */
  HELD_OUT,
  /**
   * Sellers whom no report reaches, who turned them off or have no address: they may differ from
   * the advised in more than the advice.
   */
  NOT_REACHED
}
