/** Every dataset of the lake as a view. */
@NullMarked
package dev.hindsight.nightly.sql;

import org.jspecify.annotations.NullMarked;
