/** Measures on markets whose truth is known whether findings are true. */
@NullMarked
package dev.hindsight.analytics.truth;

import org.jspecify.annotations.NullMarked;
