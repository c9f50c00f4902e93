/** Source profiles: YAML files that say how another system's export becomes rows of a feed. */
@NullMarked
package dev.hindsight.ingest.profiles;

import org.jspecify.annotations.NullMarked;
