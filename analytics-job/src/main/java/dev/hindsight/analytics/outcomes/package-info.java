/** How disputes ended, by seller, category and cause. */
@NullMarked
package dev.hindsight.analytics.outcomes;

import org.jspecify.annotations.NullMarked;
