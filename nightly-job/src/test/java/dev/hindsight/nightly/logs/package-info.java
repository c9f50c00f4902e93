/** Logs of a made-up marketplace, seeded and as large as a test or a benchmark asks for. */
@NullMarked
package dev.hindsight.nightly.logs;

import org.jspecify.annotations.NullMarked;
