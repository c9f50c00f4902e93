package dev.hindsight.reports.due;

/** Why a seller gets no report. */
public enum SkipReason {
  BACK_FILL("the date is older than the newest published"),
  NO_ADDRESS("no address that mail can go to"),
  EXAMPLE_ADDRESS("the address ends in .example, which is never sent to"),
  OFF("the seller wants none"),
  UNSUBSCRIBED("the seller has unsubscribed"),
  BOUNCED("mail to the address came back for good"),
  /** The mail server refused the period's report for good; a person may have it sent again. */
  REFUSED("the mail server has refused the period's report for good"),
  NOT_DUE("the period has had its report"),
  NOTHING_NEW("nothing new since the last report, and the month has had one");

  private final String words;

  SkipReason(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
