package dev.hindsight.datasets.marts;

/** What the comparison of the advised with others says. */
public enum AdviceVerdict {
  /** Too few sellers, or too little forecast, in one of the groups. */
  NO_COMPARISON,
  /** The advised have fewer disputes, beyond chance. */
  FEWER,
  /** The advised have more disputes, beyond chance. */
  MORE,
  /** Chance alone explains the difference. */
  NO_DIFFERENCE
}
