/**
 * The datasets that ingest lands: the marketplace's logs, typed and validated, and what was
 * refused.
 */
@NullMarked
package dev.hindsight.datasets.landed;

import org.jspecify.annotations.NullMarked;
