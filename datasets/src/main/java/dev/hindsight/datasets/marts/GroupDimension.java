package dev.hindsight.datasets.marts;

/** By what disputes are grouped whose decisions are compared. */
public enum GroupDimension {
  /** Order lines that the seller sold in the window. */
  SELLER_SIZE,
  /** Who stored and shipped it. */
  FULFILLED_BY,
  /** Where it was sent. */
  SHIP_REGION
}
