/** Amounts in the reporting currency, or counted as left out. */
@NullMarked
package dev.hindsight.analytics.money;

import org.jspecify.annotations.NullMarked;
