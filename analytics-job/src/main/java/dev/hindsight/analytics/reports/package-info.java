/** Everything that a seller's report shows, as one nested row. */
@NullMarked
package dev.hindsight.analytics.reports;

import org.jspecify.annotations.NullMarked;
