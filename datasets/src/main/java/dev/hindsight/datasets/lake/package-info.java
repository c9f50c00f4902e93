/** Where datasets live, who holds the lake, and how a version becomes the current one. */
@NullMarked
package dev.hindsight.datasets.lake;

import org.jspecify.annotations.NullMarked;
