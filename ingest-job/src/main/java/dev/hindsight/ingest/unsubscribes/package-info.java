/** The job that lands unsubscribe logs. */
@NullMarked
package dev.hindsight.ingest.unsubscribes;

import org.jspecify.annotations.NullMarked;
