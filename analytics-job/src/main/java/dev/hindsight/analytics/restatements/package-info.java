/** What is counted by date, and what a version says differently from the one before. */
@NullMarked
package dev.hindsight.analytics.restatements;

import org.jspecify.annotations.NullMarked;
