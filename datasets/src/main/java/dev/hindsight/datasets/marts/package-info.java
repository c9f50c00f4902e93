/** The datasets that analytics publishes. */
@NullMarked
package dev.hindsight.datasets.marts;

import org.jspecify.annotations.NullMarked;
