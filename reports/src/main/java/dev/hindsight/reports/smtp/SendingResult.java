package dev.hindsight.reports.smtp;

import org.jspecify.annotations.Nullable;

/**
 * What became of the reports that were to be handed over.
 *
 * @param acceptedCount taken by the mail server
 * @param failedCount refused for good
 * @param unknownCount handed over, no answer seen
 * @param leftCount not handed over: still planned
 * @param stopped why the rest was not tried, and what to do; absent where everything was
 */
public record SendingResult(
    long acceptedCount,
    long failedCount,
    long unknownCount,
    long leftCount,
    @Nullable String stopped) {}
