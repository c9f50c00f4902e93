/** SQL views over a version of the lake, for each engine that analysts use. */
@NullMarked
package dev.hindsight.datasets.views;

import org.jspecify.annotations.NullMarked;
