/** The folder that finished reports lie in. */
@NullMarked
package dev.hindsight.reports.outbox;

import org.jspecify.annotations.NullMarked;
