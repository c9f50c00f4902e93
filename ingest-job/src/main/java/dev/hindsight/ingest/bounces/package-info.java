/** The job that lands bounce logs. */
@NullMarked
package dev.hindsight.ingest.bounces;

import org.jspecify.annotations.NullMarked;
