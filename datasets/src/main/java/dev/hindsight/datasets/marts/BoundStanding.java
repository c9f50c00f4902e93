package dev.hindsight.datasets.marts;

/** How a seller stands to a programme's bound. */
public enum BoundStanding {
  /** Neither broken nor near. */
  OK,
  /** Not broken for certain, but the true rate may well be beyond the bound. */
  NEAR,
  /** The rate is beyond the bound, and by more than chance. */
  BROKEN,
  /** The sources lack what the metric needs, or the seller has none of what it counts. */
  NOT_MEASURABLE
}
