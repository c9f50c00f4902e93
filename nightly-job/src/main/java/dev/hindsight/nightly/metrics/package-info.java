/** How the last night went, in the formats that monitoring reads. */
@NullMarked
package dev.hindsight.nightly.metrics;

import org.jspecify.annotations.NullMarked;
