package dev.hindsight.reports.message;

import java.time.LocalDate;

/**
 * One message before it is enveloped.
 *
 * @param reference what it is about, uniquely and for ever: it names the message
 * @param stateOf the date that the report is the state of
 */
public record Letter(
    String reference,
    LocalDate stateOf,
    MailAddress to,
    String toName,
    String language,
    String subject,
    String html,
    String text) {}
