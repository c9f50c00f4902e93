package dev.hindsight.reports.message;

/**
 * A file that a message carries.
 *
 * @param name its file name, in ASCII
 * @param mediaType such as {@code text/csv}
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way into a message, never compared
public record Attachment(String name, String mediaType, byte[] bytes) {}
