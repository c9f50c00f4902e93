/** Reads canonical CSV files strictly: a file is read whole and right, or refused. */
@NullMarked
package dev.hindsight.ingest.csv;

import org.jspecify.annotations.NullMarked;
