/** A seller's window in numbers. */
@NullMarked
package dev.hindsight.analytics.scorecards;

import org.jspecify.annotations.NullMarked;
