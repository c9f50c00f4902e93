/** What a seller would have had, had its orders been disputed as often as others' like them. */
@NullMarked
package dev.hindsight.analytics.expectation;

import org.jspecify.annotations.NullMarked;
