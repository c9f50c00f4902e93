/** Bands of prices: what costs about the same is disputed for about the same reasons. */
@NullMarked
package dev.hindsight.analytics.prices;

import org.jspecify.annotations.NullMarked;
