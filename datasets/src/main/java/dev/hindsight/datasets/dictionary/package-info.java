/** The data dictionary: what the contracts say, for people. */
@NullMarked
package dev.hindsight.datasets.dictionary;

import org.jspecify.annotations.NullMarked;
