/** What is opened week by week, and which weeks are far above what is usual. */
@NullMarked
package dev.hindsight.analytics.trends;

import org.jspecify.annotations.NullMarked;
