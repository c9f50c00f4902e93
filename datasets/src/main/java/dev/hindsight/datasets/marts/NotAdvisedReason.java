package dev.hindsight.datasets.marts;

/** Why a seller got no advice on a finding that others are advised on. */
public enum NotAdvisedReason {
  /** The seller turned reports off, or unsubscribed. */
  REPORTS_OFF,
  /** No address of the seller is known that mail arrives at. */
  NO_ADDRESS,
  /** Drawn by chance, to compare with. */
  HELD_OUT
}
