package dev.hindsight.reports.message;

import java.time.LocalDate;
import java.util.List;

/**
 * One message before it is enveloped.
 *
 * @param reference what it is about, uniquely and for ever: it names the message
 * @param sellerId whom it is about
 * @param stateOf the date that the report is the state of
 * @param attachments files that go with it
 */
public record Letter(
    String reference,
    String sellerId,
    LocalDate stateOf,
    MailAddress to,
    String toName,
    String language,
    String subject,
    String html,
    String text,
    List<Attachment> attachments) {

  public Letter {
    attachments = List.copyOf(attachments);
  }
}
