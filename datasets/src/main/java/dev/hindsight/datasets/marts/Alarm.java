package dev.hindsight.datasets.marts;

/** How a week is beyond what is usual for its series. */
public enum Alarm {
  ABOVE
}
