package dev.hindsight.datasets.marts;

/** What is counted by date, and in which dataset each of it can be found. */
public enum DailyMeasure {
  /** Order lines, by date of order; their money is what was paid for them. */
  TRANSACTIONS("transactions"),
  /** Events of disputes, by date of the event. */
  EVENTS("dispute_events"),
  /** Order lines with a dispute, by date of order. */
  DISPUTED_TRANSACTIONS("disputes"),
  /** Orders with such a line, by date of order. */
  DISPUTED_ORDERS("disputes"),
  /** Disputes, by date opened; their money is what was disputed. */
  OPENED_DISPUTES("disputes"),
  /** Disputes that are open, by date opened. */
  OPEN_DISPUTES("disputes"),
  /** Disputes that the marketplace decided, by date opened. */
  DECIDED_DISPUTES("disputes"),
  /** Disputes that were decided for the seller, by date opened. */
  WON_DISPUTES("disputes"),
  /** Disputes that are adjusted, by date opened. */
  ADJUSTED_DISPUTES("disputes"),
  /** Disputes with a refund, by date opened; their money is what was refunded. */
  REFUNDED_DISPUTES("disputes");

  private final String dataset;

  DailyMeasure(String dataset) {
    this.dataset = dataset;
  }

  /** The name of the dataset that has the rows. */
  public String dataset() {
    return dataset;
  }
}
