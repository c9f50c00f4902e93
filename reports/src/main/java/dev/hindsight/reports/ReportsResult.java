package dev.hindsight.reports;

import java.nio.file.Path;

/**
 * What was written.
 *
 * @param withoutAddressCount of the reports, those that nobody can be sent
 * @param indexPage the page that links them all
 */
public record ReportsResult(long reportCount, long withoutAddressCount, Path indexPage) {}
