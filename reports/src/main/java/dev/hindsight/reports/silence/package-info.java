/** Whom nothing may be sent to, by what has landed of unsubscriptions and bounces. */
@NullMarked
package dev.hindsight.reports.silence;

import org.jspecify.annotations.NullMarked;
