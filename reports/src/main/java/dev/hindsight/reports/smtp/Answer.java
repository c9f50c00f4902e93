package dev.hindsight.reports.smtp;

/**
 * What came of handing over a message.
 *
 * @param text what the server said, or what happened on the way to it
 */
record Answer(Kind kind, String text) {

  /** What it means for the message. */
  enum Kind {
    /** The server has taken it. */
    ACCEPTED,
    /** Not now; worth another try. */
    NOT_NOW,
    /** Not ever, for this address. */
    NEVER,
    /** The server would take nothing from us; no message is worth a try. */
    SENDER_REFUSED,
    /** The connection is gone, and the server had got nothing of the message. */
    CONNECTION_LOST,
    /** The connection is gone, and nobody knows whether the server has taken the message. */
    UNKNOWN
  }
}
