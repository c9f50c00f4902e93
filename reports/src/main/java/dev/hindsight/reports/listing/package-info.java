/** What the outbox's first page says: every report of a version, most worth a look first. */
@NullMarked
package dev.hindsight.reports.listing;

import org.jspecify.annotations.NullMarked;
