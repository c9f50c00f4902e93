package dev.hindsight.reports.message;

import org.jspecify.annotations.Nullable;

/**
 * Who writes the messages.
 *
 * @param replyTo who reads the answers, when that is not the sender
 */
public record Letterhead(
    String marketplaceName, MailAddress sender, @Nullable MailAddress replyTo) {}
