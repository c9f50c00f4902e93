/** Rows for tests, with defaults for what a test does not care about. */
@NullMarked
package dev.hindsight.analytics.examples;

import org.jspecify.annotations.NullMarked;
