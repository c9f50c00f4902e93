/** A seeded generator of a marketplace whose disputes have known causes. */
@NullMarked
package dev.hindsight.sample;

import org.jspecify.annotations.NullMarked;
