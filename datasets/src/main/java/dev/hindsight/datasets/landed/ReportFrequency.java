package dev.hindsight.datasets.landed;

/** How often a seller wants a report. */
public enum ReportFrequency {
  WEEKLY,
  MONTHLY,
  OFF
}
