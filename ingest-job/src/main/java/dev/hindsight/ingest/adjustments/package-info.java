/** The job that lands adjustment logs. */
@NullMarked
package dev.hindsight.ingest.adjustments;

import org.jspecify.annotations.NullMarked;
