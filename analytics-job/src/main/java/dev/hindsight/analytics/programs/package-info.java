/** How sellers stand to the bounds that marketplaces and card networks set. */
@NullMarked
package dev.hindsight.analytics.programs;

import org.jspecify.annotations.NullMarked;
