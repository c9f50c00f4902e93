package dev.hindsight.datasets.landed;

/** Who stored, packed and shipped an order line. */
public enum FulfilledBy {
  SELLER,
  MARKETPLACE
}
