/** Each dispute in its latest state, from its events and its order line. */
@NullMarked
package dev.hindsight.analytics.disputes;

import org.jspecify.annotations.NullMarked;
