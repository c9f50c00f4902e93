/** Names that people write, and the ones that they mean. */
@NullMarked
package dev.hindsight.ingest.names;

import org.jspecify.annotations.NullMarked;
