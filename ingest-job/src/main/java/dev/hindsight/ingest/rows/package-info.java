/** What a row of a log says, or every problem for which it is not taken. */
@NullMarked
package dev.hindsight.ingest.rows;

import org.jspecify.annotations.NullMarked;
