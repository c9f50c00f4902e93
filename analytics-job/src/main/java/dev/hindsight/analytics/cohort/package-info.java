/** The orders of a window, and which of them were disputed. */
@NullMarked
package dev.hindsight.analytics.cohort;

import org.jspecify.annotations.NullMarked;
