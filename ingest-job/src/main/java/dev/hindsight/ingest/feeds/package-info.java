/** The kinds of logs that can be landed, and the columns of each. */
@NullMarked
package dev.hindsight.ingest.feeds;

import org.jspecify.annotations.NullMarked;
