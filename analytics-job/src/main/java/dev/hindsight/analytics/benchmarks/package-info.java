/** How often each cause is disputed in each category. */
@NullMarked
package dev.hindsight.analytics.benchmarks;

import org.jspecify.annotations.NullMarked;
