/** Which versions are kept, and the removal of the others. */
@NullMarked
package dev.hindsight.nightly.retention;

import org.jspecify.annotations.NullMarked;
