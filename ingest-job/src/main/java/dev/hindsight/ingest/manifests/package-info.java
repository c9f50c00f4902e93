/** Manifests and plans as JSON files. */
@NullMarked
package dev.hindsight.ingest.manifests;

import org.jspecify.annotations.NullMarked;
