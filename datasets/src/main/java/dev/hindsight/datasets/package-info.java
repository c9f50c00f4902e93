/**
 * The contract of every dataset: what it holds, where it lives, how a version of it is published.
 */
@NullMarked
package dev.hindsight.datasets;

import org.jspecify.annotations.NullMarked;
