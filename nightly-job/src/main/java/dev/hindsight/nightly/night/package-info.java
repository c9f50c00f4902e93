/** The night: ingest, analyze, report, each restartable. */
@NullMarked
package dev.hindsight.nightly.night;

import org.jspecify.annotations.NullMarked;
