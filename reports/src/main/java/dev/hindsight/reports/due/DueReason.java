package dev.hindsight.reports.due;

/** Why a seller gets a report. */
public enum DueReason {
  /** None was ever sent. */
  FIRST("first report"),
  /** A week far above the seller's own past, which no report has told yet. */
  ALARM("new alarm"),
  /** A finding that the last report did not have, in a week without a report. */
  NEW_FINDING("new finding"),
  /** A finding of the last report has changed or faded, in a week without a report. */
  WEEKLY("weekly, a finding has changed"),
  /** A month without a report. */
  MONTHLY("monthly");

  private final String words;

  DueReason(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
