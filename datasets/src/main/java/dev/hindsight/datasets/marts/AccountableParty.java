package dev.hindsight.datasets.marts;

/** Who could have prevented a dispute of some cause. */
public enum AccountableParty {
  SELLER,
  CARRIER,
  MARKETPLACE,
  BUYER,
  NOBODY
}
