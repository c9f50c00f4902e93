/** The dates that a version counts by: its as-of date, its window, the reporting time zone. */
@NullMarked
package dev.hindsight.analytics.time;

import org.jspecify.annotations.NullMarked;
