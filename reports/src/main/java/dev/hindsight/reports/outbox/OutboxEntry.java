package dev.hindsight.reports.outbox;

import org.jspecify.annotations.Nullable;

/**
 * One report, ready to be written.
 *
 * @param message the email's bytes; absent when the seller has no address
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to a file, never compared
public record OutboxEntry(String sellerId, String page, byte @Nullable [] message) {}
