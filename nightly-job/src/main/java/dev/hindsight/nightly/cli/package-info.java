/** The commands, what they print, and how they end. */
@NullMarked
package dev.hindsight.nightly.cli;

import org.jspecify.annotations.NullMarked;
