package dev.hindsight.datasets.landed;

/** Who caused an event of a dispute. */
public enum Actor {
  BUYER,
  SELLER,
  MARKETPLACE,
  ISSUER
}
