/**
 * Intervals, tests, shrinkage, false discoveries, survival and alarms, in plain Java on Commons
 * Statistics; Spark calls them after it has counted.
 */
@NullMarked
package dev.hindsight.analytics.statistics;

import org.jspecify.annotations.NullMarked;
