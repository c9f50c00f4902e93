package dev.hindsight.reports.message;

import org.jspecify.annotations.Nullable;

/**
 * Who writes the messages.
 *
 * @param replyTo who reads the answers, when that is not the sender
 * @param listId what the messages have in common, for those who sort their mail
 * @param unsubscribeLink absent where unsubscribing takes a message to the marketplace
 */
public record Letterhead(
    String marketplaceName,
    MailAddress sender,
    @Nullable MailAddress replyTo,
    String listId,
    @Nullable UnsubscribeLink unsubscribeLink) {

  /** Who reads a wish to unsubscribe that comes by mail. */
  MailAddress reader() {
    return replyTo == null ? sender : replyTo;
  }
}
