/** The job that lands dispute logs. */
@NullMarked
package dev.hindsight.ingest.disputes;

import org.jspecify.annotations.NullMarked;
