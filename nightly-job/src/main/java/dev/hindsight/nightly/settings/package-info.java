/** Where settings come from: option, environment, configuration file, default. */
@NullMarked
package dev.hindsight.nightly.settings;

import org.jspecify.annotations.NullMarked;
