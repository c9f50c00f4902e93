package dev.hindsight.reports.delivery;

import java.util.Locale;

/** What became of a report. No mail server says that somebody has got it. */
public enum DeliveryState {
  /** Due, and not handed over yet. */
  PLANNED("due, not handed over yet"),
  /** Being handed over now; after a kill nobody knows how it went. */
  SENDING("being handed over"),
  /** The mail server has taken it, which does not mean that it has arrived. */
  ACCEPTED("taken by the mail server, which does not mean that it has arrived"),
  /** The mail server refused it for good. */
  FAILED("refused by the mail server for good"),
  /** Handed over, and no answer was seen; never sent again unless somebody asks. */
  UNKNOWN("handed over, no answer seen");

  private final String words;

  DeliveryState(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  /** As people write it. */
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }
}
