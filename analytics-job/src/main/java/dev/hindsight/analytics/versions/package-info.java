/** What earlier versions of the lake said. */
@NullMarked
package dev.hindsight.analytics.versions;

import org.jspecify.annotations.NullMarked;
