/** Spark as a child process that ends with this one. */
@NullMarked
package dev.hindsight.nightly.spark;

import org.jspecify.annotations.NullMarked;
