/** The job that lands transaction logs. */
@NullMarked
package dev.hindsight.ingest.transactions;

import org.jspecify.annotations.NullMarked;
