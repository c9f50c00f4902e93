package dev.hindsight.reports.message;

/**
 * A file that a message carries.
 *
 * @param fileName in ASCII, as the reader's computer shall call it
 * @param contentType such as {@code text/csv; charset=UTF-8}
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way into a message, never compared
public record Attachment(String fileName, String contentType, byte[] bytes) {}
