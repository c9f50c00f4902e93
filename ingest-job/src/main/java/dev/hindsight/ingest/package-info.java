/** Takes the files of a landing folder into the lake, one Spring Batch job a file. */
@NullMarked
package dev.hindsight.ingest;

import org.jspecify.annotations.NullMarked;
