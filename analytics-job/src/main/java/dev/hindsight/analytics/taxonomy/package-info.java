/** What causes of disputes are known, and who could have prevented each. */
@NullMarked
package dev.hindsight.analytics.taxonomy;

import org.jspecify.annotations.NullMarked;
