/** A marketplace that does not exist, for measurements: its sellers' problems are known. */
@NullMarked
package dev.hindsight.analytics.truth.market;

import org.jspecify.annotations.NullMarked;
